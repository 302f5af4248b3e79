/** The id that studies every deck at once; no deck may be called so. */
export const ALL_DECKS = 'all';
