'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DemoModel, Params, Playback, RunResult } from '@/lib/demos/demo';
import { useDemoHost } from './demo-host';
import { createRunClient, type RunClient } from './run-client';
import type { Act } from './run-protocol';
import type { RunState } from './run-state';

/** What the page can do with it. */
export interface RunControls {
	start(act: Act, params: Params): void;
	pause(): void;
	resume(): void;
	/** One frame on: one already seen, or a new one. */
	step(): void;
	show(index: number): void;
	reset(): void;
}

const REDUCED = '(prefers-reduced-motion: reduce)';

function idle<Frame, Outcome>(): RunState<Frame, Outcome> {
	return { act: null, status: 'idle', frames: [], shown: 0, result: null, trained: null, failure: null };
}

/** Runs a demo where its host makes frames; they are asked for one at a time, at the demo's pace, and end with the page. */
export function useDemoRun<Frame, Outcome>(
	demoId: string,
	playback: Playback,
	model: DemoModel<Params, unknown, unknown>,
): [RunState<Frame, Outcome>, RunControls] {
	const host = useDemoHost();
	const [state, setState] = useState(
		() => (host.startsAs as RunState<Frame, Outcome> | undefined) ?? idle<Frame, Outcome>(),
	);
	const now = useRef({ state, playing: false, act: 'run' as Act, timer: 0, skipped: null as Frame | null });
	now.current.state = state;
	const client = useRef<RunClient | null>(null);

	const schedule = useCallback(() => {
		const { act } = now.current;
		const ask = () => client.current?.next();
		if (act === 'train') requestAnimationFrame(ask);
		else now.current.timer = window.setTimeout(ask, playback.paceMs);
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
				client.current?.next();
			},
			step() {
				halt();
				const { frames, shown, status, act } = now.current.state;
				const over = status === 'done' || status === 'failed';
				if (act === 'run' && shown < frames.length - 1) setState((old) => ({ ...old, shown: old.shown + 1 }));
				else if (!over) client.current?.next();
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
			reset() {
				halt();
				client.current?.stop();
				setState(idle());
			},
		};
	}, [connect, demoId]);

	return [state, controls];
}
