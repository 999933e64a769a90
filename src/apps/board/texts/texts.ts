import { de } from './de';
import { en } from './en';

/** The board's texts; `de` has exactly the keys of `en`, which the compiler and a test both see to. */
export const texts = { en, de };
