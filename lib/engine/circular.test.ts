import { expect, it } from 'vitest';
import { cosine, sine } from './circular';

// mpmath at 40 digits: [angle, sin, cos].
const golden = [
	[0.1, 0.09983341664682815, 0.9950041652780258],
	[1, 0.8414709848078965, 0.5403023058681398],
	[2.5, 0.5984721441039565, -0.8011436155469337],
	[-4, 0.7568024953079282, -0.6536436208636119],
	[11, -0.9999902065507035, 0.004425697988050785],
	[100, -0.5063656411097588, 0.8623188722876839],
] as const;

it('sine() and cosine() are within 1e-15 of the true value', () => {
	for (const [angle, sin, cos] of golden) {
		expect(Math.abs(sine(angle) - sin)).toBeLessThan(1e-15);
		expect(Math.abs(cosine(angle) - cos)).toBeLessThan(1e-15);
	}
});

it('sine() and cosine() agree with the platform over three turns either way', () => {
	for (let n = -2000; n <= 2000; n++) {
		const angle = n / 100;
		expect(Math.abs(sine(angle) - Math.sin(angle))).toBeLessThan(1e-15);
		expect(Math.abs(cosine(angle) - Math.cos(angle))).toBeLessThan(1e-15);
	}
});
