import { useTranslation } from 'react-i18next';
import type { Runway } from '../../../contract';
import { duration } from '../../../shared/time';
import { useZone } from '../../parts/useZone';
import { useDesk } from '../../store/desk';
import { Fact, Facts } from './Facts';

/** How long the backups last, one after the other, what is taken off, and who signed for the numbers. */
export function RunwayFacts({ runway }: { runway: Runway }) {
  const { t } = useTranslation();
  const zone = useZone();
  const { territory } = useDesk();
  const { setBy, setAt } = territory.settings.runway;
  return (
    <section>
      <h3>{t('runway.title')}</h3>
      <Facts>
        {runway.parts.map(part => (
          <Fact key={part.source} name={t(`runway.${part.source}`, { defaultValue: part.source })}>
            {duration(part.minutes)} {part.isAssumed && <span className="muted">{t('runway.assumed')}</span>}
          </Fact>
        ))}
        <Fact name={t('runway.travelRisk')}>{duration(-runway.travelRiskMinutes)}</Fact>
        <Fact name={t('runway.margin')}>{duration(-runway.marginMinutes)}</Fact>
        <Fact name={t('runway.ends')}>{zone.moment(runway.endsAt)}</Fact>
        <Fact name={t('runway.deadline')}><b>{zone.moment(runway.deadline)}</b></Fact>
      </Facts>
      <p className="muted">{setAt ? t('runway.signed', { name: setBy, time: zone.moment(setAt) }) : t('runway.unsigned')}</p>
    </section>
  );
}
