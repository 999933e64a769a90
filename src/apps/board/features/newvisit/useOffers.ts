import { useEffect, useState } from 'react';
import type { OffersAnswer, Reason, RequestVisit } from '../../../contract';
import { reasonOf } from '../../commands/commands';
import { useDesk } from '../../store/desk';

/** How many intervals a caller is offered. */
const offered = 6;

/** The best intervals for what is asked; null asks nothing. Nothing is changed by asking. */
export function useOffers(request: RequestVisit | null): { offers: OffersAnswer | null; refusal: string | Reason | null } {
  const { commands } = useDesk();
  const [offers, setOffers] = useState<OffersAnswer | null>(null);
  const [refusal, setRefusal] = useState<string | Reason | null>(null);
  useEffect(() => {
    setOffers(null);
    setRefusal(null);
    if (request === null) return;
    const left = new AbortController();
    commands.offers(request, offered, left.signal).then(setOffers, (error: unknown) => { if (!left.signal.aborted) setRefusal(reasonOf(error)); });
    return () => left.abort();
  }, [request, commands]);
  return { offers, refusal };
}
