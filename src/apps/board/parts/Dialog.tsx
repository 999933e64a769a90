import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

/** A dialog in the middle: keeps focus, closes with Escape, gives focus back. `size` is its width. */
export function Dialog({ title, size = 'small', close, children, mark }: {
  title: string;
  size?: 'small' | 'medium' | 'large';
  close: () => void;
  children: ReactNode;
  mark?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <ModalOverlay isOpen isDismissable={size === 'small'} onOpenChange={isOpen => { if (!isOpen) close(); }} className="overlay">
      <Modal className={`modal modal-${size}`}>
        <AriaDialog className="dialog">
          <header className="dialog-head">
            {mark}
            <Heading slot="title">{title}</Heading>
            <button type="button" className="icon-button" aria-label={t('close')} onClick={close}><X size={16} aria-hidden /></button>
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The buttons at the foot of a dialog: what closes it at the left, what it is for at the right. */
export function DialogFoot({ children }: { children: ReactNode }) {
  return <footer className="dialog-foot">{children}</footer>;
}
