import styles from './site-header.module.css';

/** The quiet line above every page; each page's `<main id="main">` is where the first link leads. */
export function SiteHeader() {
	return (
		<header className={styles.header}>
			<a className={styles.skip} href="#main">
				Skip to the page
			</a>
			<a className={styles.wordmark} href="/">
				<span aria-hidden="true">∂</span> Chainrule
			</a>
			<nav aria-label="Site">
				<a href="/">Today</a>
				<a href="/sandbox">Demos</a>
			</nav>
		</header>
	);
}
