import { CloudOff, CloudUpload } from 'lucide-react';
import { usePhoneState, useWords } from '../phoneContext';

/** The quiet bar: what waits for a signal. Nothing is shown while all is well. */
export function LinkBar() {
  const { say } = useWords();
  const { link, outbox } = usePhoneState();
  const count = outbox.filter(item => item.state === 'waiting').length;
  const text =
    link === 'offline' ? (count > 0 ? say('offlineWaiting', { count }) : say('offline')) : count > 0 ? say('sending', { count }) : '';
  const Icon = link === 'offline' ? CloudOff : CloudUpload;
  return (
    <div className="link-bar" role="status" data-shown={text !== ''}>
      {text && <><Icon size={16} aria-hidden="true" /> {text}</>}
    </div>
  );
}
