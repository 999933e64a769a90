import { Plus, Redo2, Search, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { UrgencyMark } from '../../../shared/UrgencyMark';
import { useBoard, useDesk } from '../../store/desk';
import { promisesKeptPercent } from '../../parts/planFigures';
import { prompt } from '../../store/prompts';
import { countByUrgency, isCalling, isUnassigned } from '../../store/risk';
import { select } from '../../store/selection';
import { ClockBox } from './ClockBox';
import { ConnectionMark } from './ConnectionMark';
import { DaySwitch } from './DaySwitch';
import { MeMenu } from './MeMenu';
import './header.css';

/** Where and when this is, how urgent the day is, and whether what is shown is live. */
export function Header({ leave, switchTerritory }: { leave: () => void; switchTerritory: (id: string) => void }) {
  const { t } = useTranslation();
  const { territory, territories } = useDesk();
  return (
    <header className="header">
      {territories.length > 1 ? (
        <select className="territory" aria-label={t('header.territory')} value={territory.id} onChange={event => switchTerritory(event.target.value)}>
          {territories.map(known => <option key={known.id} value={known.id}>{known.name}</option>)}
        </select>
      ) : <h1 className="territory">{territory.name}</h1>}
      <DaySwitch />
      <ClockBox />
      <button type="button" className="search-box" onClick={() => prompt({ kind: 'search' })}>
        <Search size={16} aria-hidden /> <span>{t('header.search')}</span> <kbd>{modifier()} K</kbd>
      </button>
      <button type="button" className="primary" onClick={() => prompt({ kind: 'new-visit' })}><Plus size={16} aria-hidden /> {t('header.newVisit')}</button>
      <Counts />
      <PlanButton />
      <ConnectionMark />
      <UndoButtons />
      <MeMenu leave={leave} />
    </header>
  );
}

/** Open visits of the urgent classes, and what nobody has. Colour only where something abnormal waits. */
function Counts() {
  const { t } = useTranslation();
  const { foreseen, desk } = useBoard();
  const counts = countByUrgency(foreseen.visits.values(), desk.alarms.values());
  const calling = new Set([...desk.alarms.values()].filter(isCalling).map(alarm => alarm.urgency));
  const unassigned = [...foreseen.visits.values()].filter(isUnassigned).length;
  const toList = () => select({ list: 'attention' });
  return (
    <div className="counts" role="group" aria-label={t('header.counts')}>
      {(['P0', 'P1', 'P2'] as const).map(urgency => (
        <button type="button" key={urgency} className="count" data-calling={calling.has(urgency) || undefined} data-urgency={urgency} onClick={toList}>
          <UrgencyMark urgency={urgency} /> {urgency} <b>{counts[urgency]}</b>
        </button>
      ))}
      <button type="button" className="count" onClick={toList}>{t('header.unassigned')} <b>{unassigned}</b></button>
    </div>
  );
}

/** How the day's plan stands, in one number; behind it the whole score and what the planner may still move. */
function PlanButton() {
  const { t } = useTranslation();
  const { day } = useBoard();
  const figures = day.view?.score.figures;
  return (
    <button
      type="button" className="count" onClick={() => prompt({ kind: 'plan' })}
      title={figures ? t('header.planTitle', { kept: figures.promisesKept, all: figures.promisesKept + figures.promisesBroken }) : t('header.plan')}
    >
      {t('header.plan')} {figures && <b>{t('details.percent', { percent: promisesKeptPercent(figures) })}</b>}
    </button>
  );
}

function UndoButtons() {
  const { t } = useTranslation();
  const { commands, session } = useDesk();
  const { day } = useBoard();
  const undo = day.view?.canUndo[session.userName];
  const redo = day.view?.canRedo[session.userName];
  return (
    <div className="undo" role="group" aria-label={t('header.history')}>
      <button type="button" className="icon-button" disabled={!undo} aria-label={t('header.undo')} title={`${t('header.undo')} (${modifier()} Z)`} onClick={() => void commands.undo()}>
        <Undo2 size={16} aria-hidden />
      </button>
      <button type="button" className="icon-button" disabled={!redo} aria-label={t('header.redo')} title={`${t('header.redo')} (${modifier()} ⇧ Z)`} onClick={() => void commands.redo()}>
        <Redo2 size={16} aria-hidden />
      </button>
    </div>
  );
}

const modifier = () => (navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl');
