import { useTranslation } from 'react-i18next';
import { ReasonText } from '../../parts/ReasonText';
import { useZone } from '../../parts/useZone';
import { prompt } from '../../store/prompts';
import { AlarmRow } from './AlarmRow';
import { CallRow } from './CallRow';
import { MessageRow } from './MessageRow';
import type { Row } from './rows';
import { VisitRow } from './VisitRow';

/** One row, whatever it is. */
export function ListRow({ row, isChosen }: { row: Row; isChosen: boolean }) {
  const { t } = useTranslation();
  const zone = useZone();
  switch (row.kind) {
    case 'head': return <h2 className="row-head">{t(`list.head.${row.title}`)} <span className="muted">{row.count > 0 ? row.count : ''}</span></h2>;
    case 'day': return <h2 className="row-head">{row.date ? t('list.due', { date: zone.day(row.date) }) : t('list.noDate')} <span className="muted">{row.count}</span></h2>;
    case 'none': return <p className="row-none">{t(`list.none.${row.text}`)}</p>;
    case 'alarm': return <AlarmRow alarm={row.alarm} isChosen={isChosen} />;
    case 'call': return <CallRow call={row.call} />;
    case 'message': return <MessageRow message={row.message} />;
    case 'visit': return <VisitRow visit={row.visit} isChosen={isChosen} />;
    case 'proposal': return (
      <div className="row">
        <p className="row-title"><ReasonText reason={row.proposal.why} /></p>
        <p className="row-line">
          <span className="muted">{t('proposal.moves', { count: row.proposal.moves.length })}, {zone.time(row.proposal.madeAt)}</span>
          <button type="button" onClick={() => prompt({ kind: 'proposal', proposal: row.proposal.id })}>{t('proposal.open')}</button>
        </p>
      </div>
    );
  }
}
