import { useEffect, useState } from 'react';
import { Temporal } from 'temporal-polyfill';
import type { BoardMessage } from '../../../contract';
import { useDesk } from '../../store/desk';
import { blocksOf, type DayBlock } from './dayBlocks';

/** How many days follow the one that is shown when hours are so short that a week fits. */
const daysAfter = 6;

/** What each technician does on the days that follow, one block a day; read when a week comes into view, and nothing before. */
export function useComingWeek(date: string, isWeek: boolean): readonly DayBlock[] {
  const { commands, territory } = useDesk();
  const [blocks, setBlocks] = useState<{ date: string; found: readonly DayBlock[] }>({ date, found: [] });
  useEffect(() => {
    if (!isWeek) return;
    const left = new AbortController();
    const days = Array.from({ length: daysAfter }, (_, index) => Temporal.PlainDate.from(date).add({ days: index + 1 }).toString());
    Promise.all(days.map(day => commands.read<BoardMessage>(`/api/days/${encodeURIComponent(territory.id)}/${day}/feed`, left.signal))).then(
      told => setBlocks({ date, found: told.flatMap((message, index) => blocksOf(days[index] ?? date, message)) }),
      () => { if (!left.signal.aborted) setBlocks({ date, found: [] }); });
    return () => left.abort();
  }, [date, isWeek, commands, territory.id]);
  return isWeek && blocks.date === date ? blocks.found : none;
}

const none: readonly DayBlock[] = [];
