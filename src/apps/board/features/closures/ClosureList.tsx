import type { TFunction } from 'i18next';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClosureView } from '../../../contract';
import { useZone } from '../../parts/useZone';
import { useClosures } from '../../store/closedStreets';
import { useDesk } from '../../store/desk';
import { beginSketch, openClosures } from '../../store/sketch';

/** From so many closures on they can be searched. */
const searchedFrom = 4;

/** What is closed or slower, until when, why and by whom; each can be ended. */
export function ClosureList() {
  const { t } = useTranslation();
  const { commands } = useDesk();
  const zone = useZone();
  const closures = useClosures();
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const shown = closures.filter(closure => `${closure.reason} ${closure.by}`.toLowerCase().includes(wanted));
  return (
    <>
      <header className="closures-head">
        <h2>{t('closures.title')}</h2>
        <button type="button" className="icon-button" aria-label={t('close')} onClick={() => openClosures(false)}><X size={16} aria-hidden /></button>
      </header>
      {closures.length >= searchedFrom && (
        <input type="search" aria-label={t('closures.search')} placeholder={t('closures.search')} value={text} onChange={event => setText(event.target.value)} />
      )}
      {closures.length === 0 && <p className="muted">{t('closures.none')}</p>}
      {closures.length > 0 && shown.length === 0 && <p className="muted">{t('search.none', { text })}</p>}
      <ul>
        {shown.map(closure => (
          <li key={closure.id}>
            <p><b>{closure.reason || t(closure.factor === null ? 'closures.closed' : 'closures.slower')}</b> <span>{factorOf(closure, t)}</span></p>
            <p className="muted">
              {closure.until ? t('closures.until', { time: zone.moment(closure.until) }) : t('closures.open')} · {t('closures.by', { who: closure.by, time: zone.moment(closure.at) })}
            </p>
            <button type="button" aria-label={t('closures.endOf', { reason: closure.reason })} onClick={() => void commands.reopenStreets(closure)}>{t('closures.end')}</button>
          </li>
        ))}
      </ul>
      <button type="button" className="primary" onClick={beginSketch}><Plus size={16} aria-hidden /> {t('closures.draw')}</button>
    </>
  );
}

/** "closed", or how many times as long. */
function factorOf(closure: ClosureView, t: TFunction): string {
  return closure.factor === null ? t('closures.closed') : t('closures.times', { factor: closure.factor });
}
