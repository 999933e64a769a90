import { useTranslation } from 'react-i18next';
import type { Instrument, SpaceUse } from '../../../contract';
import { useZone } from '../../parts/useZone';
import { useBoard, useDesk } from '../../store/desk';
import { Fact } from './Facts';

/** What is on a van: test instruments, with those whose calibration has run out, and how full each of its spaces is. */
export function VanFacts({ instruments, spaces }: { instruments: readonly Instrument[]; spaces: readonly SpaceUse[] }) {
  const { t } = useTranslation();
  const zone = useZone();
  const { territory } = useDesk();
  const { day } = useBoard();
  const instrumentLine = ({ kind, serial, calibratedUntil }: Instrument) => {
    const name = [territory.instruments.find(known => known.id === kind)?.name ?? kind, serial].filter(Boolean).join(' ');
    if (!calibratedUntil) return name;
    return `${name} (${t(calibratedUntil < day.date ? 'technician.calibrationRanOut' : 'technician.calibratedUntil', { date: zone.day(calibratedUntil) })})`;
  };
  const spaceLine = ({ space, aboard, most, room }: SpaceUse) =>
    `${territory.spaces.find(known => known.id === space)?.name ?? space}: ${room === null ? t('technician.aboard', { aboard, most }) : t('technician.aboardOf', { aboard, most, room })}`;
  return (
    <>
      <Fact name={t('technician.instruments')}>{instruments.map(instrumentLine).join(', ')}</Fact>
      <Fact name={t('technician.room')}>{spaces.map(spaceLine).join('; ')}</Fact>
    </>
  );
}
