import { useTranslation } from 'react-i18next';
import type { EquipmentDetailsView } from '../../../contract';
import { duration } from '../../../shared/time';
import { useAnswer } from '../../parts/useAnswer';
import { useZone } from '../../parts/useZone';
import { selectOne } from '../../store/selection';
import { Fact, Facts, History, Missing } from './Facts';

/** One device: what it is, where, in what state, what it means to its patient, and what happened to it. */
export function EquipmentDetails({ id }: { id: string }) {
  const { t } = useTranslation();
  const zone = useZone();
  const read = useAnswer<EquipmentDetailsView>(`/api/equipment/${encodeURIComponent(id)}`);
  if (!read.value) return <Missing read={read} />;
  const { equipment, history } = read.value;
  const { patient } = equipment;
  return (
    <>
      <header className="details-head">
        <h2>{equipment.model}</h2>
        <p className="muted">{t(`equipment.kind.${equipment.kind}`, { defaultValue: equipment.kind })}</p>
      </header>
      {equipment.state === 'Faulty' && <p className="flag">{t('deviceState.Faulty')}</p>}
      <Facts>
        <Fact name={t('equipment.state')}>{t(`deviceState.${equipment.state}`)}</Fact>
        <Fact name={t('equipment.patient')}>{patient ? <button type="button" className="link" onClick={() => selectOne('patient', patient)}>{t('equipment.toPatient')}</button> : t('equipment.inDepot')}</Fact>
        <Fact name={t('equipment.dependence')}>{t(`dependence.${equipment.dependence}`)}</Fact>
        <Fact name={t('equipment.serial')}>{equipment.serial}</Fact>
        <Fact name="UDI">{equipment.udi}</Fact>
        <Fact name={t('equipment.lot')}>{equipment.lot}</Fact>
        <Fact name={t('equipment.battery')}>{equipment.batteryMinutes > 0 && duration(equipment.batteryMinutes)}</Fact>
        <Fact name={t('equipment.nextService')}>{equipment.nextServiceDate && zone.day(equipment.nextServiceDate)}</Fact>
      </Facts>
      <History entries={history} />
    </>
  );
}
