import { KeyRound, Navigation, Phone as PhoneIcon, StickyNote, Users } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { LoadLine, TechnicianStop } from '../../contract';
import { Urgency } from '../day/Urgency';
import { WayCard } from '../guidance/WayCard';
import { isClosed } from '../day/withReports';
import { useNotes, usePartName, useWords } from '../phoneContext';
import { navigationLink, telLink } from '../texts/format';
import { CannotDoSheet } from './CannotDoSheet';
import { Checklist } from './Checklist';
import { LateSheet } from './LateSheet';
import { StopTime } from './StopTime';

const StopMap = lazy(() => import('./StopMap').then(module => ({ default: module.StopMap })));

/** One stop, filling the screen: when, who, where, what, how to get in. */
export function StopScreen({ stop }: { stop: TechnicianStop }) {
  const { say, time } = useWords();
  const notes = useNotes(stop.stop.visit);
  const partName = usePartName();
  const [asks, setAsks] = useState<'late' | 'cannot' | null>(null);
  const { address } = stop;
  const way = navigationLink(stop.place, navigator.userAgent);
  const street = [address.street, address.houseNumber].filter(Boolean).join(' ');
  const town = [address.postcode, address.city].filter(Boolean).join(' ');

  return (
    <article className="stop">
      <StopTime stop={stop} />
      {notes?.late && !isClosed(stop.stop.state) && stop.stop.state !== 'Arrived' && (
        <p className="told">{say('lateTold', { time: time(notes.late.at), minutes: notes.late.minutes })}</p>
      )}
      <h1 className="stop-name">{stop.patientName}</h1>
      <p className="stop-address">{street}{street && town && <br />}{town}</p>
      <p className="stop-what"><Urgency urgency={stop.urgency} /> {stop.typeName}</p>
      {stop.partner && <p className="stop-what"><Users size={20} aria-hidden="true" /> {stop.partner.name ? say('together', { name: stop.partner.name }) : say('togetherOpen')}</p>}
      <div className="pair">
        {stop.patientPhone && (
          <a className="secondary" href={telLink(stop.patientPhone)}><PhoneIcon size={20} aria-hidden="true" /> {say('call')}</a>
        )}
        <a className="secondary" href={way} {...(way.startsWith('https:') && { target: '_blank', rel: 'noreferrer' })}>
          <Navigation size={20} aria-hidden="true" /> {say('navigate')}
        </a>
      </div>
      <WayCard stop={stop} />
      {stop.accessNotes && <Remark icon={<KeyRound size={20} aria-hidden="true" />} title={say('access')} text={stop.accessNotes} />}
      {stop.note && <Remark icon={<StickyNote size={20} aria-hidden="true" />} title={say('note')} text={stop.note} />}
      {!isClosed(stop.stop.state) && (
        <div className="pair">
          {stop.stop.state !== 'Arrived' && (
            <button type="button" className="secondary" onClick={() => setAsks('late')}>{say('runningLate')}</button>
          )}
          <button type="button" className="secondary" onClick={() => setAsks('cannot')}>{say('cannotDo')}</button>
        </div>
      )}
      <Suspense fallback={<div className="stop-map" />}>
        <StopMap key={stop.stop.visit} place={stop.place} path={stop.path} />
      </Suspense>
      <List title={say('devices')} lines={stop.devices} />
      <List title={say('parts')} lines={stop.parts.map(each => `${each.count} × ${partName(each.part)}`)} />
      <List title={say('leaveThere')} lines={loads(stop.brings)} />
      <List title={say('takeBack')} lines={loads(stop.takes)} />
      <List title={say('instruments')} lines={lines(stop.instruments)} />
      {stop.checklist.length > 0 && <Checklist visit={stop.stop.visit} lines={stop.checklist} />}
      <LateSheet stop={stop} isOpen={asks === 'late'} onClose={() => setAsks(null)} />
      <CannotDoSheet stop={stop} isOpen={asks === 'cannot'} onClose={() => setAsks(null)} />
    </article>
  );
}

function Remark({ icon, title, text }: { icon: ReactNode; title: string; text: string }) {
  return (
    <section className="remark">
      {icon}
      <div><h2>{title}</h2><p>{text}</p></div>
    </section>
  );
}

// A day that was kept before there was such a list lacks it.
const lines = (kept: readonly string[] | undefined) => kept ?? [];
const loads = (kept: readonly LoadLine[] | undefined) => (kept ?? []).map(load => `${load.count} × ${load.name}`);

function List({ title, lines }: { title: string; lines: readonly string[] }) {
  return lines.length > 0 && (
    <section className="list">
      <h2>{title}</h2>
      <ul>{lines.map(line => <li key={line}>{line}</li>)}</ul>
    </section>
  );
}
