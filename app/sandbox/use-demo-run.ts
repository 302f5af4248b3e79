'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DemoModel, Grain, Params, Playback, RunResult } from '@/lib/demos/demo';
import { useDemoHost } from './demo-host';
import { createRunClient, type RunClient } from './run-client';
import type { Act } from './run-protocol';
import type { RunState } from './run-state';

/** How fast a run plays, against its own pace, and how far one step of its training goes. */
export interface Pace {
	speed: number;
	grain: Grain;
}

/** What the page can do with it. */
export interface RunControls {
	start(act: Act, params: Params): void;
	pause(): void;
	resume(): void;
	/** One frame on: one already seen, or a new one. */
	step(): void;
	show(index: number): void;
	setPace(changed: Partial<Pace>): void;
	reset(): void;
}

/** Time between the frames of training at its own speed; 0 is as fast as they can be drawn. */
const TRAINING_PACE_MS: Record<Grain, number> = { phase: 700, batch: 150, epoch: 0 };
const REDUCED = '(prefers-reduced-motion: reduce)';

function idle<Frame, Outcome>(): RunState<Frame, Outcome> {
	return { act: null, status: 'idle', frames: [], shown: 0, result: null, trained: null, failure: null };
}

/** Runs a demo where its host makes frames; they are asked for one at a time, at the demo's pace, and end with the page. */
export function useDemoRun<Frame, Outcome>(
	demoId: string,
	playback: Playback,
	model: DemoModel<Params, unknown, unknown>,
): [RunState<Frame, Outcome>, RunControls, Pace] {
	const host = useDemoHost();
	const [state, setState] = useState(
		() => (host.startsAs as RunState<Frame, Outcome> | undefined) ?? idle<Frame, Outcome>(),
	);
	const [pace, setPace] = useState<Pace>({ speed: 1, grain: 'epoch' });
	const now = useRef({ state, playing: false, act: 'run' as Act, timer: 0, skipped: null as Frame | null });
	now.current.state = state;
	const paceNow = useRef(pace);
	paceNow.current = pace;
	const client = useRef<RunClient | null>(null);

	const schedule = useCallback(() => {
		const { speed, grain } = paceNow.current;
		const waitMs = (now.current.act === 'train' ? TRAINING_PACE_MS[grain] : playback.paceMs) / speed;
		// a slower speed slows whole epochs too, which have no pace of their own
		const slowedMs = waitMs === 0 && speed < 1 ? 60 / speed : waitMs;
		const ask = () => {
			if (now.current.playing) client.current?.next(paceNow.current.grain);
		};
		if (slowedMs === 0) requestAnimationFrame(ask);
		else now.current.timer = window.setTimeout(ask, slowedMs);
	}, [playback.paceMs]);

	const connect = useCallback((): RunClient => {
		const walk = playback.kind === 'steps';
		const add = (old: RunState<Frame, Outcome>, frame: Frame) => {
			const frames = walk ? [...old.frames, frame] : [frame];
			return { ...old, frames, shown: frames.length - 1 };
		};
		return createRunClient(() => host.openRun(model), {
			frame(data) {
				const frame = data as Frame;
				if (now.current.act === 'run' && !walk && matchMedia(REDUCED).matches) {
					now.current.skipped = frame;
					client.current?.next();
					return;
				}
				setState((old) =>
					now.current.act === 'train' ? { ...old, trained: { frame, words: null } } : add(old, frame),
				);
				if (now.current.playing) schedule();
			},
			done(data) {
				now.current.playing = false;
				setState((old) => {
					if (now.current.act === 'train') {
						return { ...old, status: 'done', trained: old.trained && { ...old.trained, words: data as string } };
					}
					const { skipped } = now.current;
					return { ...(skipped ? add(old, skipped) : old), status: 'done', result: data as RunResult<Outcome> };
				});
			},
			failed(message) {
				now.current.playing = false;
				setState((old) => ({ ...old, status: 'failed', failure: message }));
			},
		});
	}, [playback.kind, schedule, host, model]);

	useEffect(
		() => () => {
			clearTimeout(now.current.timer);
			client.current?.close();
			client.current = null;
		},
		[],
	);

	const controls = useMemo<RunControls>(() => {
		const halt = () => {
			now.current.playing = false;
			clearTimeout(now.current.timer);
		};
		return {
			start(act, params) {
				halt();
				client.current ??= connect();
				Object.assign(now.current, { playing: true, act, skipped: null });
				setState((old) =>
					act === 'train' ? { ...old, act, status: 'playing', trained: null } : { ...idle(), act, status: 'playing' },
				);
				client.current.start(demoId, act, params);
				client.current.next();
			},
			pause() {
				halt();
				setState((old) => ({ ...old, status: 'paused' }));
			},
			resume() {
				now.current.playing = true;
				setState((old) => ({ ...old, status: 'playing', shown: Math.max(0, old.frames.length - 1) }));
				client.current?.next(paceNow.current.grain);
			},
			step() {
				halt();
				const { frames, shown, status, act } = now.current.state;
				const over = status === 'done' || status === 'failed';
				if (act === 'run' && shown < frames.length - 1) setState((old) => ({ ...old, shown: old.shown + 1 }));
				else if (!over) client.current?.next(paceNow.current.grain);
				if (!over) setState((old) => ({ ...old, status: 'paused' }));
			},
			show(index) {
				halt();
				setState((old) => ({
					...old,
					shown: Math.min(Math.max(0, index), old.frames.length - 1),
					status: old.status === 'playing' ? 'paused' : old.status,
				}));
			},
			setPace: (changed) => setPace((old) => ({ ...old, ...changed })),
			reset() {
				halt();
				client.current?.stop();
				setState(idle());
			},
		};
	}, [connect, demoId]);

	return [state, controls, pace];
}
