import { CircleUserRound } from 'lucide-react';
import { useState } from 'react';
import { Button, Header as MenuHeading, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, languages } from '../../../shared/i18n';
import { chooseTheme, chosenTheme, type Theme } from '../../../shared/theme';
import { useDesk } from '../../store/desk';
import { prompt } from '../../store/prompts';

const themes: readonly Theme[] = ['system', 'light', 'dark'];
const languageNames: Record<string, string> = { en: 'English', de: 'Deutsch' };

/** Who is signed in, how it looks, which language, and the way out. */
export function MeMenu({ leave }: { leave: () => void }) {
  const { t, i18n } = useTranslation();
  const { session, commands } = useDesk();
  const [theme, setTheme] = useState(chosenTheme);
  const act = (key: string) => {
    if (key === 'out') leave();
    if (key === 'keys') prompt({ kind: 'keys' });
    if (key === 'publish') void commands.publish();
    if (key === 'admin') location.assign('/admin');
  };
  return (
    <MenuTrigger>
      <Button className="me"><CircleUserRound size={16} aria-hidden /> {session.displayName}</Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" aria-label={t('me.menu')} onAction={key => act(String(key))}>
          <MenuItem id="publish" className="menu-item">{t('me.publish')}</MenuItem>
          <MenuItem id="keys" className="menu-item">{t('me.keys')}</MenuItem>
          {session.role === 'Administrator' && <MenuItem id="admin" className="menu-item">{t('me.admin')}</MenuItem>}
          <Separator className="menu-line" />
          <MenuSection
            selectionMode="single" disallowEmptySelection selectedKeys={[theme]}
            onSelectionChange={keys => { const [next] = keys as Set<Theme>; if (next) { chooseTheme(next); setTheme(next); } }}
          >
            <MenuHeading className="menu-head">{t('me.theme')}</MenuHeading>
            {themes.map(name => <MenuItem key={name} id={name} className="menu-item">{t(`theme.${name}`)}</MenuItem>)}
          </MenuSection>
          <Separator className="menu-line" />
          <MenuSection
            selectionMode="single" disallowEmptySelection selectedKeys={[i18n.language]}
            onSelectionChange={keys => { const [next] = keys as Set<'en' | 'de'>; if (next) void chooseLanguage(i18n, next); }}
          >
            <MenuHeading className="menu-head">{t('me.language')}</MenuHeading>
            {languages.map(name => <MenuItem key={name} id={name} className="menu-item">{languageNames[name]}</MenuItem>)}
          </MenuSection>
          <Separator className="menu-line" />
          <MenuItem id="out" className="menu-item">{t('me.signOut')}</MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
