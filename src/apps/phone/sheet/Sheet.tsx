import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { X } from 'lucide-react';
import { useWords } from '../phoneContext';
import { useSwipe } from './useSwipe';

/** A sheet that comes from below and holds one question; swiped down, tapped beside, or closed, it goes and nothing is lost. */
export function Sheet({ title, isOpen, onClose, children, isTall = false }: {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  isTall?: boolean;
}) {
  const { say } = useWords();
  const swipe = useSwipe({ down: onClose });
  return (
    <ModalOverlay className="sheet-back" isDismissable isOpen={isOpen} onOpenChange={open => !open && onClose()}>
      <Modal className={isTall ? 'sheet sheet-tall' : 'sheet'}>
        <Dialog className="sheet-dialog">
          <div className="sheet-head" {...swipe}>
            <span className="sheet-grip" aria-hidden="true" />
            <Heading slot="title">{title}</Heading>
            <button type="button" className="icon-button" aria-label={say('close')} onClick={onClose}>
              <X size={24} aria-hidden="true" />
            </button>
          </div>
          <div className="sheet-body">{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
