import type { TechnicianStop } from '../../contract';

/** Street and number; the town where no street is known. */
export const placeLine = ({ address }: TechnicianStop): string =>
  [address.street, address.houseNumber].filter(Boolean).join(' ') || address.city;
