'use client';

import { useEffect, useRef } from 'react';
import type { LiveEquation } from '@/lib/demos/demo';
import styles from './equation.module.css';
import type { RenderedEquation } from './render-equation';

interface Props {
	rendered: RenderedEquation;
	live: LiveEquation;
	active: string | null;
	onActive(symbol: string | null): void;
}

/** The card's equation; pointing at a symbol, in it or in the list below, marks it and its cells in the picture. */
export function Equation({ rendered, live, active, onActive }: Props) {
	const box = useRef<HTMLDivElement>(null);

	useEffect(() => {
		for (const symbol of box.current?.querySelectorAll('[data-sym]') ?? []) {
			symbol.toggleAttribute('data-active', symbol.getAttribute('data-sym') === active);
		}
	}, [active]);

	const point = (target: EventTarget) => {
		const symbol = target instanceof Element ? target.closest('[data-sym]')?.getAttribute('data-sym') : null;
		onActive(symbol ?? null);
	};

	return (
		<section className={styles.equation} aria-label="Equation of the card">
			<div
				ref={box}
				role="presentation"
				onPointerOver={(event) => point(event.target)}
				onPointerLeave={() => onActive(null)}
			>
				{rendered.lines.map((html, line) => (
					<div
						key={html}
						className={styles.line}
						data-now={live.line === line || undefined}
						dangerouslySetInnerHTML={{ __html: html }}
					/>
				))}
			</div>
			<ul className={styles.symbols} onPointerLeave={() => onActive(null)}>
				{rendered.symbols.map(({ id, html, words }) => {
					const number = live.symbols[id];
					return (
						<li key={id}>
							<button
								type="button"
								data-active={active === id || undefined}
								onClick={() => onActive(id)}
								onPointerEnter={() => onActive(id)}
								onFocus={() => onActive(id)}
								onBlur={() => onActive(null)}
							>
								<span className={styles.symbol} dangerouslySetInnerHTML={{ __html: html }} />
								<span className={styles.meaning}>
									<span className={styles.words}>{words}</span>
									<span className={styles.value}>
										{number ? number.value : '—'}
										{number?.shape && <small> {number.shape}</small>}
									</span>
								</span>
							</button>
						</li>
					);
				})}
			</ul>
		</section>
	);
}
