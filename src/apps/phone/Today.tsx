import { useEffect, useRef, useState } from 'react';
import type { TechnicianDayView, TechnicianStop } from '../contract';
import { changeIsNews } from './change/changeIsNews';
import { ChangeScreen } from './change/ChangeScreen';
import { type NextStep, nextStep, nextStop, stepAt } from './day/nextStep';
import { isClosed } from './day/withReports';
import { EndDutySheet } from './duty/EndDutySheet';
import { LoadList, MorningScreen } from './duty/MorningScreen';
import { BreakScreen, OutScreen, RestScreen } from './duty/RestScreens';
import { Header } from './frame/Header';
import { LinkBar } from './frame/LinkBar';
import { MenuSheet } from './frame/MenuSheet';
import { RefusedCard } from './frame/RefusedCard';
import { Thumb } from './frame/Thumb';
import { useWayKept } from './guidance/useWay';
import { unreadCount } from './messages/conversation';
import { MessagesSheet } from './messages/MessagesSheet';
import { useDay, usePhoneState, useWords } from './phoneContext';
import { RouteSheet } from './route/RouteSheet';
import { Sheet } from './sheet/Sheet';
import { StopScreen } from './stop/StopScreen';

/** What to do at the stop that was picked, or else in the day; nothing at a stop that is over: its button must not act on another. */
function stepFor(day: TechnicianDayView, picked: TechnicianStop | null): NextStep | null {
  if (!picked || day.duty !== 'OnDuty') return nextStep(day);
  return isClosed(picked.stop.state) ? null : stepAt(picked);
}

/** One thing at a time: the next stop, or what is to be done before it. Everything else is one tap or swipe away. */
export function Today() {
  const { say } = useWords();
  const day = useDay();
  const { offRoster, seen, position } = usePhoneState();
  const [sheet, setSheet] = useState<'route' | 'messages' | 'menu' | 'end' | 'load' | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const [aside, setAside] = useState<number | null>(null);
  const change = day?.change ?? null;
  const changeNumber = change?.number ?? null;
  const page = useRef<HTMLElement>(null);
  useWayKept();
  const close = () => setSheet(null);

  useEffect(() => {
    // In a pocket or in the van the screen is not looked at.
    if (changeNumber !== null) changeIsNews();
  }, [changeNumber]);

  // Another stop begins at its top, wherever the one before was left.
  const place = opened ?? (day ? `${day.duty} ${nextStop(day.stops)?.stop.visit ?? ''}` : '');
  useEffect(() => {
    page.current?.scrollTo(0, 0);
  }, [place]);

  const head = (
    <Header
      day={day}
      unread={day ? unreadCount(day.messages, seen) : 0}
      onMessages={() => setSheet('messages')}
      onMenu={() => setSheet('menu')}
    />
  );
  const menu = (
    <MenuSheet day={day} isOpen={sheet === 'menu'} onClose={close} onEndDuty={() => setSheet('end')} onLoad={() => setSheet('load')} />
  );
  if (!day)
    return (
      <div className="phone">
        {head}<LinkBar />
        <main>
          <RefusedCard />
          <RestScreen title={say(offRoster ? 'noDayTitle' : 'nothingYetTitle')} lead={say(offRoster ? 'noDayLead' : 'nothingYetLead')} />
        </main>
        {menu}
      </div>
    );

  const picked = day.stops.find(each => each.stop.visit === opened) ?? null;
  const isAtWork = day.duty === 'OnDuty' || day.duty === 'OnBreak';
  const next = nextStop(day.stops);
  const shown = picked ?? (day.duty === 'OnDuty' ? next : null);
  const step = stepFor(day, picked);
  const isChangeShown = change !== null && aside !== change.number;

  const screen = () => {
    if (shown) return <StopScreen key={shown.stop.visit} stop={shown} />;
    switch (day.duty) {
      case 'OffDuty':
        return <MorningScreen day={day} />;
      case 'OnBreak':
        return <BreakScreen day={day} />;
      case 'Ended':
        return <RestScreen title={say('endedTitle')} lead={say('endedLead')} />;
      case 'Out':
        return <OutScreen />;
      case 'OnDuty':
        return <RestScreen title={say('allDoneTitle')} lead={say('allDoneLead')} />;
    }
  };

  return (
    <div className="phone">
      {head}<LinkBar />
      {change && isChangeShown && (
        <main><ChangeScreen key={change.number} card={change} onLater={() => setAside(change.number)} /></main>
      )}
      {/* Hidden, not gone, while a change is shown: a sheet that is open stays open, with every word in it. */}
      <div className="under" hidden={isChangeShown}>
        <main ref={page}>
          <RefusedCard />
          {screen()}
          {isAtWork && <p className="muted position">{say(`position_${position.kind}`)}</p>}
          {day.duty === 'OffDuty' && <p className="muted position">{say('position_off')}</p>}
        </main>
        <Thumb
          day={day}
          step={step}
          isElsewhere={picked !== null && picked.stop.visit !== next?.stop.visit}
          isUnderWayElsewhere={picked !== null && next !== null && next.stop.state !== 'Planned' && picked.stop.visit !== next.stop.visit}
          onNext={() => setOpened(null)}
          onRoute={() => setSheet('route')}
          onEndDuty={() => setSheet('end')}
          onChange={change ? () => setAside(null) : null}
        />
      </div>
      <RouteSheet
        day={day}
        shown={shown?.stop.visit ?? null}
        isOpen={sheet === 'route'}
        onClose={close}
        onPick={visit => {
          setOpened(visit === next?.stop.visit && day.duty === 'OnDuty' ? null : visit);
          close();
        }}
      />
      <MessagesSheet day={day} isOpen={sheet === 'messages'} onClose={close} />
      {menu}
      <EndDutySheet day={day} isOpen={sheet === 'end'} onClose={close} />
      <Sheet title={say('load')} isOpen={sheet === 'load'} onClose={close} isTall><LoadList day={day} /></Sheet>
    </div>
  );
}
