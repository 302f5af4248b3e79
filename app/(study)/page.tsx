export default function TodayPage() {
	return <main id="main"><h1>Today</h1></main>;
}
