import { Command } from 'cmdk';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '../../../contract';
import { useZone } from '../../parts/useZone';
import { useBoard, useDesk } from '../../store/desk';
import { prompt } from '../../store/prompts';
import { select, selectedVisits, selectOne, useSelection } from '../../store/selection';
import { beginSketch, openClosures } from '../../store/sketch';
import { showTraffic, useTrafficLayer } from '../../store/traffic';
import './search.css';

/** How long typing rests before the server is asked, in milliseconds. */
const restMs = 120;

/** Search over patients, visits, technicians and devices, and the board's commands, in one box. */
export function SearchDialog({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const { commands, territory, today } = useDesk();
  const { day } = useBoard();
  const zone = useZone();
  const chosen = useSelection();
  const { isShown: isTrafficShown } = useTrafficLayer();
  const [text, setText] = useState('');
  const [hits, setHits] = useState<readonly SearchHit[]>([]);
  const [isFailed, setFailed] = useState(false);

  useEffect(() => {
    const wanted = text.trim();
    if (wanted.length < 2) {
      setHits([]);
      return;
    }
    const left = new AbortController();
    const timer = setTimeout(() => {
      commands.read<SearchHit[]>(`/api/territories/${territory.id}/search?limit=20&text=${encodeURIComponent(wanted)}`, left.signal).then(
        found => { setHits(found); setFailed(false); },
        () => { if (!left.signal.aborted) setFailed(true); });
    }, restMs);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [text, commands, territory.id]);

  const run = (work: () => void) => () => {
    close();
    work();
  };
  const visits = selectedVisits(chosen);
  const wanted = text.trim().toLowerCase();
  const technicians = [...day.technicians.values()].filter(known => wanted !== '' && known.name.toLowerCase().includes(wanted)).slice(0, 5);
  const acts: readonly (readonly [string, () => void])[] = [
    ['newVisit', () => prompt({ kind: 'new-visit' })],
    ...(visits.length > 0 ? [['move', () => prompt({ kind: 'move', visits })] as const] : []),
    ['undo', () => void commands.undo()],
    ['redo', () => void commands.redo()],
    ['plan', () => prompt({ kind: 'plan' })],
    ['backlog', () => prompt({ kind: 'backlog' })],
    ['whatIf', () => prompt({ kind: 'what-if' })],
    ['closures', () => openClosures(true)],
    ['closeStreets', beginSketch],
    ['traffic', () => showTraffic(!isTrafficShown)],
    ['publish', () => void commands.publish()],
    ['today', () => select({ day: null })],
    ['keys', () => prompt({ kind: 'keys' })],
  ];

  return (
    <Command.Dialog open onOpenChange={isOpen => { if (!isOpen) close(); }} label={t('search.label')} shouldFilter={false} overlayClassName="overlay" contentClassName="search">
      <Command.Input value={text} onValueChange={setText} placeholder={t('search.placeholder')} />
      <Command.List>
        <Command.Empty>{isFailed ? t('refused.unreachable') : wanted.length < 2 ? t('search.hint') : t('search.none', { text })}</Command.Empty>
        {technicians.length > 0 && (
          <Command.Group heading={t('search.kind.technician')}>
            {technicians.map(known => <Command.Item key={known.id} value={`row-${known.id}`} onSelect={run(() => selectOne('technician', known.id))}>{known.name}</Command.Item>)}
          </Command.Group>
        )}
        {(['patient', 'visit', 'equipment', 'technician'] as const).map(kind => {
          const found = hits.filter(hit => hit.kind === kind && !technicians.some(known => known.id === hit.id));
          return found.length > 0 && (
            <Command.Group key={kind} heading={t(`search.kind.${kind}`)}>
              {found.map(hit => (
                <Command.Item key={hit.id} value={`${kind}-${hit.id}`} onSelect={run(() => {
                  if (kind === 'visit' && hit.date) select({ day: hit.date === today ? null : hit.date });
                  selectOne(kind, hit.id);
                })}>
                  <span>{hit.title}</span> <span className="muted">{hit.detail}{hit.date && `, ${zone.day(hit.date)}`}</span>
                </Command.Item>
              ))}
            </Command.Group>
          );
        })}
        <Command.Group heading={t('search.commands')}>
          {acts.filter(([name]) => wanted === '' || t(`search.do.${name}`).toLowerCase().includes(wanted)).map(([name, act]) => (
            <Command.Item key={name} value={`do-${name}`} onSelect={run(act)}>{t(`search.do.${name}`)}</Command.Item>
          ))}
        </Command.Group>
      </Command.List>
    </Command.Dialog>
  );
}
