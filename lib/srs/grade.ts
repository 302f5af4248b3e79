/** The four answers a learner can give, in the order of their buttons. */
export const GRADES = ['again', 'hard', 'good', 'easy'] as const;

/** How well a card was recalled. */
export type Grade = (typeof GRADES)[number];
