'use client';

import { type ComponentType, memo, useCallback, useEffect, useMemo, useState } from 'react';
import type { DemoModel, DemoSpec, Params } from '@/lib/demos/demo';
import type { Fields, ParamsOf } from '@/lib/demos/field';
import { formatQuery } from '@/lib/demos/format-query';
import { guessWords } from '@/lib/demos/guess-words';
import type { Guess } from '@/lib/demos/prediction';
import { gradePrediction } from '@/lib/demos/verdict';
import { Controls } from './controls';
import styles from './demo-frame.module.css';
import { useDemoHost } from './demo-host';
import { Equation } from './equation';
import type { Foretold } from './foretold';
import { Numbers } from './numbers';
import { PredictionPanel } from './prediction-panel';
import type { RenderedEquation } from './render-equation';
import { RunBar } from './run-bar';
import { TrainingBar } from './training-bar';
import { useDemoRun } from './use-demo-run';
import { useHydrated } from './use-hydrated';
import { useKeptPrediction } from './use-kept-prediction';
import type { ViewProps } from './view-props';

/** What the server hands a demo's page. */
export interface DemoStart {
	/** Already read and clamped. */
	params: unknown;
	problems: readonly string[];
	equation: RenderedEquation;
	embedded: boolean;
}

interface Props<F extends Fields, Frame, Outcome> extends DemoStart {
	spec: DemoSpec<F, Outcome>;
	model: DemoModel<ParamsOf<F>, Frame, Outcome>;
	View: ComponentType<ViewProps<ParamsOf<F>, Frame, Outcome>>;
}

// Frames come many times a second; the settings do not change with them.
const Settings = memo(Controls) as typeof Controls;

/** One demo: predict, run, compare; settings on the left, pictures in the middle, the card's equation on the right. */
export function DemoFrame<F extends Fields, Frame, Outcome>({
	spec,
	model,
	View,
	problems,
	equation,
	embedded,
	...start
}: Props<F, Frame, Outcome>) {
	const hydrated = useHydrated();
	const { showQuery } = useDemoHost();
	const [params, setParams] = useState(start.params as ParamsOf<F>);
	const [guess, setGuess] = useState<Guess | null>(null);
	// A new round clears what was typed for the last one.
	const [round, setRound] = useState(0);
	const [active, setActive] = useState<string | null>(null);
	const [run, controls, pace] = useDemoRun<Frame, Outcome>(
		spec.id,
		spec.playback,
		// Its parameters are those of its own fields, whoever asks for frames.
		model as unknown as DemoModel<Params, unknown, unknown>,
	);

	const frame = run.trained?.frame ?? run.frames[run.shown] ?? model.preview(params);
	const locked = run.act !== null || !hydrated;

	const { result } = run;
	const foretold = useMemo<Foretold | null>(() => {
		if (!result || guess === null) return null;
		const seed = Object.keys(spec.fields).find((key) => spec.fields[key]?.kind === 'seed');
		return {
			demoId: spec.id,
			query: formatQuery(spec.fields, params),
			seed: seed === undefined ? null : (params[seed] as number),
			guess: guessWords(spec.prediction, guess),
			measured: spec.prediction.measured(result.outcome, params),
			grade: gradePrediction(spec.prediction, guess, result.outcome).grade,
		};
	}, [result, guess, params, spec]);
	const kept = useKeptPrediction(foretold);

	useEffect(() => {
		showQuery?.(formatQuery(spec.fields, params));
	}, [spec.fields, params, showQuery]);

	const restart = useCallback(() => {
		controls.reset();
		setGuess(null);
		setRound((old) => old + 1);
	}, [controls]);
	const change = useCallback(
		(changed: Partial<ParamsOf<F>>) => {
			restart();
			setParams((old) => ({ ...old, ...changed }));
		},
		[restart],
	);

	return (
		<div className={styles.frame} data-embedded={embedded || undefined}>
			{problems.length > 0 && (
				<div className={styles.problems} role="status">
					<strong>Part of this link could not be used.</strong>
					<ul>
						{problems.map((problem) => (
							<li key={problem}>{problem}</li>
						))}
					</ul>
				</div>
			)}
			<div className={styles.predict}>
				<PredictionPanel
					key={round}
					prediction={spec.prediction}
					params={params}
					guess={guess}
					onGuess={setGuess}
					locked={locked}
					result={run.result}
					kept={kept}
				>
					<RunBar
						ready={guess !== null}
						run={run}
						controls={controls}
						walks={spec.playback.kind === 'steps'}
						speed={pace.speed}
						onRun={() => controls.start('run', params)}
						onReset={restart}
					/>
				</PredictionPanel>
				{run.failure && (
					<p className={styles.failure} role="alert">
						The run stopped: {run.failure}. Nothing else is lost; Reset starts it again.
					</p>
				)}
			</div>
			<section className={styles.stage} aria-label="Picture">
				<View
					params={params}
					frame={frame}
					outcome={run.result?.outcome ?? null}
					guess={guess}
					active={active}
					onActive={setActive}
					onChange={change}
					trainingBar={
						spec.trains ? (
							<TrainingBar
								words={spec.trains}
								grains={spec.grains ?? ['epoch']}
								pace={pace}
								ready={run.result !== null}
								run={run}
								controls={controls}
								onTrain={() => controls.start('train', params)}
							/>
						) : null
					}
					{...(run.frames.length > 0 && !run.trained ? { onShow: controls.show } : {})}
				/>
				<p className={styles.why} aria-live="polite">
					{run.result && (
						<>
							<b>Why.</b> {run.result.why}
						</>
					)}
				</p>
				<Numbers tableOf={() => model.table(params, frame)} />
			</section>
			<div className={styles.settings}>
				<Settings disabled={!hydrated} spec={spec} params={params} onChange={change} />
			</div>
			<div className={styles.equation}>
				<Equation rendered={equation} live={model.live(params, frame)} active={active} onActive={setActive} />
			</div>
		</div>
	);
}
