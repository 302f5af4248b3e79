'use client';

import { DemoFrame, type DemoStart } from '@/app/sandbox/demo-frame';
import { NetworkPicture } from '@/app/sandbox/pictures/network-picture';
import pictures from '@/app/sandbox/pictures/picture.module.css';
import { linearScale } from '@/app/sandbox/pictures/scale';
import steps from '@/app/sandbox/pictures/steps.module.css';
import { useWidth } from '@/app/sandbox/pictures/use-width';
import { type Term, WeightedSum } from '@/app/sandbox/pictures/weighted-sum';
import type { ViewProps } from '@/app/sandbox/view-props';
import { fixedWords } from '@/lib/demos/number-words';
import {
	termName,
	type UnitActivationFrame,
	type UnitActivationOutcome,
	unitActivationModel,
} from '@/lib/demos/unit-activation/model';
import { LAYERS, UNITS, type UnitActivationParams } from '@/lib/demos/unit-activation/params';
import { unitActivationSpec } from '@/lib/demos/unit-activation/spec';

const SIZES = Array<number>(LAYERS + 1).fill(UNITS);
const ROW = 36;
const LEFT = 96;

/** A small net with the edges into one unit lit, and below it the sum they make, term by term. */
function UnitActivationView({
	params: { layer, unit },
	frame: { layers, w, input, terms, z, a, done },
	outcome,
	guess,
	active,
	onChange,
}: ViewProps<UnitActivationParams, UnitActivationFrame, UnitActivationOutcome>) {
	const [box, width] = useWidth(640);
	const drawn = terms.map(
		(value, j): Term => ({
			id: termName(j),
			symbols: j < UNITS ? ['w', 'input'] : ['b'],
			label: termName(j),
			detail:
				j < UNITS
					? `${fixedWords(w[j] ?? 0, 1)} × ${fixedWords(input[j] ?? 0, 2)}`
					: `the bias, ${fixedWords(value, 1)}`,
			value,
			pending: j >= done,
			guessed: guess === termName(j),
			...(outcome?.dominant === j ? { remark: 'largest' } : {}),
		}),
	);
	const sums = terms.map((_, j) => Math.abs(terms.slice(0, j + 1).reduce((sum, term) => sum + term, 0)));
	const span = Math.max(...sums, ...terms.map(Math.abs));
	const reach = [0.5, 1, 1.5, 2, 3, 4, 6].find((end) => end >= span) ?? 8;
	const x = linearScale([-reach, reach], [LEFT, width - 96]);
	const height = (terms.length + 1) * ROW;
	const summed = done > UNITS;
	const finished = done > UNITS + 1;
	const source = (l: number, i: number) => l === layer - 1 && (active === 'input' || (done > 0 && i === done));
	const words = `Unit ${unit} of layer ${layer}: ${done} of ${terms.length} terms added${summed ? `; z is ${fixedWords(z, 3)}` : ''}.`;

	return (
		<div ref={box} className={pictures.picture}>
			<NetworkPicture
				sizes={SIZES}
				weights={layers.map((one) => one.W)}
				width={width}
				height={width < 480 ? 210 : 236}
				selected={{ l: layer, i: unit }}
				onSelect={({ l, i }) => onChange({ layer: l, unit: i })}
				lit={({ l, i }) => source(l, i) || (l === layer && i === unit)}
				tint={({ l, i }) => (l === layer - 1 ? (input[i - 1] ?? 0) : l === layer && i === unit && finished ? a : 0)}
				text={({ l, i }) => {
					if (l === layer - 1) return fixedWords(input[i - 1] ?? 0, 2);
					if (l === layer && i === unit) return finished ? fixedWords(a, 2) : '?';
					return '';
				}}
				label={`A net of ${LAYERS} layers of ${UNITS} units; unit ${unit} of layer ${layer} is chosen.`}
			/>
			<p className={steps.sentence}>
				{finished
					? `a = tanh(${fixedWords(z, 2)}) = ${fixedWords(a, 2)}: this is what the unit passes on.`
					: summed
						? `The sum is z = ${fixedWords(z, 3)}.`
						: done === 0
							? `Into unit ${unit} of layer ${layer} lead ${UNITS} edges. Each brings a product:`
							: `Term ${done} of ${terms.length} is added.`}
			</p>
			<svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words}>
				<line className={pictures.axis} x1={x(0)} x2={x(0)} y1={0} y2={height} />
				<WeightedSum terms={drawn} x={x} top={0} rowHeight={ROW} active={active} />
			</svg>
		</div>
	);
}

/** The demo `unit-activation`, complete. */
export function UnitActivationDemo(start: DemoStart) {
	return <DemoFrame {...start} spec={unitActivationSpec} model={unitActivationModel} View={UnitActivationView} />;
}
