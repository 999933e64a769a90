import type { PatientVisitView } from '../../contract';
import { h } from '../dom';
import { timeIn } from '../interval';
import type { Language, Say } from '../texts/texts';
import type { ApproachMap } from './approachMap';
import { oldAfterMs } from './glide';

/** The part of the page that shows where whoever comes is. The map is asked for only here, when somebody is on the way. */
export function approachPart() {
  const heading = h('h2', {});
  const canvas = h('div', { class: 'map', role: 'group' });
  const age = h('p', { class: 'age' });
  const element = h('section', { class: 'approach', hidden: true }, heading, canvas, age);
  let map: Promise<ApproachMap | null> | null = null;

  return {
    element,
    /** Shows the way of whoever comes; none hides the map and lets it go. */
    show(view: PatientVisitView | null, language: Language, say: Say, nowMs: () => number) {
      const approaches = [view?.approach, view?.secondApproach].filter(each => each != null);
      const [approach] = approaches;
      element.hidden = !approach;
      if (!view || !approach) {
        void map?.then(each => each?.remove());
        map = null;
        return;
      }
      heading.textContent = say('mapTitle');
      canvas.setAttribute('aria-label', say('mapLabel'));
      // Of two positions the older one is told: the page must not claim to be newer than it is.
      const fixAt = approaches.map(each => each.fixAt).reduce((one, other) => (Date.parse(other) < Date.parse(one) ? other : one));
      const time = timeIn(view.timeZone, language, fixAt);
      const isOld = nowMs() - Date.parse(fixAt) > oldAfterMs;
      age.textContent = say(isOld ? 'mapOld' : 'mapAge', { time });
      map ??= open(canvas, say);
      void map.then(each => {
        if (each) {
          each.show(approaches, view.home ?? null);
        } else {
          canvas.hidden = true;
          age.textContent = say('mapFailed');
        }
      });
    },
  };
}

/** The map, or none where it cannot be had (no WebGL, no connection): the page lives without it. */
async function open(canvas: HTMLElement, say: Say): Promise<ApproachMap | null> {
  try {
    const { openApproachMap } = await import('./approachMap');
    return await openApproachMap(canvas, say);
  } catch {
    return null;
  }
}
