import { useEffect, useState } from 'react';
import type { PlanComparison, Reason } from '../../../contract';
import { reasonOf } from '../../commands/commands';
import { useDesk } from '../../store/desk';
import { whatIfOf, type Supposed } from './supposed';

/** How long the form rests before the planner is asked, in milliseconds. */
const restMs = 200;

/** The two plans of what is supposed, asked anew whenever it changes. Nothing is changed by asking. */
export function useComparison(supposed: Supposed): { comparison: PlanComparison | null; isAsking: boolean; refusal: string | Reason | null } {
  const { commands } = useDesk();
  const [comparison, setComparison] = useState<PlanComparison | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<string | Reason | null>(null);
  useEffect(() => {
    const asked = whatIfOf(supposed);
    setRefusal(null);
    if (asked === null) {
      setComparison(null);
      return;
    }
    const left = new AbortController();
    const timer = setTimeout(() => {
      setAsking(true);
      commands.whatIf(asked, left.signal)
        .then(found => { setComparison(found); setRefusal(found.refusal); }, (error: unknown) => { if (!left.signal.aborted) setRefusal(reasonOf(error)); })
        .finally(() => { if (!left.signal.aborted) setAsking(false); });
    }, restMs);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [supposed, commands]);
  return { comparison, isAsking, refusal };
}
