import { useTranslation } from 'react-i18next';
import { Dialog } from '../../parts/Dialog';
import { setSingleKeys, useSingleKeys } from '../../store/keySetting';

const keys: readonly (readonly [string, string])[] = [
  ['/  ⌘ K', 'search'], ['J  K', 'walk'], ['Enter', 'details'], ['N', 'newVisit'], ['W', 'backlog'], ['A', 'assign'], ['P', 'pin'], ['O', 'order'],
  ['G M', 'toMap'], ['G T', 'toTimeline'], ['G L', 'toList'], ['G D', 'toDetails'], ['Esc', 'nothing'],
  ['Ctrl Z', 'undo'], ['Ctrl ⇧ Z', 'redo'], ['←  ↑  ↓  →', 'bars'], ['Space', 'several'], ['M', 'moveTo'], ['Alt ← →', 'earlier'], ['Alt ↑ ↓', 'other'], ['Ctrl ↕', 'zoom'], ['?', 'keys'],
];

/** All keys, and the switch for those that are single letters. */
export function KeysDialog({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const isOn = useSingleKeys();
  return (
    <Dialog title={t('keys.title')} size="small" close={close}>
      <div className="dialog-body">
        <dl className="keys">
          {keys.map(([key, text]) => <div key={text}><dt>{key.split('  ').map(one => <kbd key={one}>{one}</kbd>)}</dt><dd>{t(`keys.${text}`)}</dd></div>)}
        </dl>
        <label className="check"><input type="checkbox" checked={isOn} onChange={event => setSingleKeys(event.target.checked)} /> {t('keys.single')}</label>
      </div>
    </Dialog>
  );
}
