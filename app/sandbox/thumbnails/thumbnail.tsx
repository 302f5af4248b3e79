import type { ComponentType } from 'react';
import pictures from '@/app/sandbox/pictures/picture.module.css';
import type { DemoId } from '@/lib/demos/demo-id';
import {
	BackpropComplexity,
	BackwardProof,
	DepthDegradation,
	EarlyStopping,
	ForwardThreeLayer,
	InitialisationGradientSignal,
	InitialisationVariance,
	Neuron,
	ReluVsSigmoid,
	Saturation,
	VanishingExplodingGradients,
} from './curves-and-bars';
import { HEIGHT, WIDTH } from './drawing';
import {
	BackwardEquations,
	Dropout,
	ForwardBackwardPasses,
	ForwardEquations,
	RandomInitialisation,
	ResidualLayer,
	UnitActivation,
	UnitEquations,
} from './nets';
import { ClassEncoding, LinearAndLogisticRegression, MultilayerPerceptron } from './planes';

const drawings: Record<DemoId, ComponentType> = {
	neuron: Neuron,
	'unit-activation': UnitActivation,
	'multilayer-perceptron': MultilayerPerceptron,
	'forward-three-layer': ForwardThreeLayer,
	'forward-equations': ForwardEquations,
	'backward-equations': BackwardEquations,
	'backward-proof': BackwardProof,
	'forward-backward-passes': ForwardBackwardPasses,
	saturation: Saturation,
	'vanishing-exploding-gradients': VanishingExplodingGradients,
	'relu-vs-sigmoid': ReluVsSigmoid,
	'early-stopping': EarlyStopping,
	'depth-degradation': DepthDegradation,
	'random-initialisation': RandomInitialisation,
	'initialisation-gradient-signal': InitialisationGradientSignal,
	'initialisation-variance': InitialisationVariance,
	dropout: Dropout,
	'unit-equations': UnitEquations,
	'linear-and-logistic-regression': LinearAndLogisticRegression,
	'residual-layer': ResidualLayer,
	'class-encoding': ClassEncoding,
	'backprop-complexity': BackpropComplexity,
};

/** A small picture of what a demo shows, drawn by the server from nets as small; decoration beside its name. */
export function Thumbnail({ id }: { id: DemoId }) {
	const Drawing = drawings[id];
	return (
		<span className={pictures.picture}>
			<svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
				<Drawing />
			</svg>
		</span>
	);
}
