// The bar above everything: which workspace, what time it is, help, colors.
import { useWords } from '../words.ts'
import { ClockPanel, type ClockPanelProps } from './clock-panel.tsx'
import { Icon, type IconName } from './icons.tsx'
import { Menu } from './menu.tsx'
import { THEMES, type ThemeChoice, useTheme } from './theme.tsx'

const THEME_ICONS: Readonly<Record<ThemeChoice, IconName>> = { system: 'half', light: 'sun', dark: 'moon' }

export interface TopBarProps extends ClockPanelProps {
  workspaces: ReadonlyArray<{ id: string; name: string }>
  workspaceId: string
  onWorkspace(id: string): void
  /** Null: there is nothing to try. */
  onHelp: (() => void) | null
  onSidebar(): void
}

export function TopBar({ workspaces, workspaceId, onWorkspace, onHelp, onSidebar, ...clock }: TopBarProps) {
  const words = useWords()
  const { choice, choose } = useTheme()
  return (
    <header className="top-bar">
      <button
        type="button"
        className="icon-button sidebar-toggle"
        aria-label={words.channels}
        onClick={onSidebar}
      >
        <Icon name="hash" />
      </button>
      <div className="workspace">
        {workspaces.length > 1 ? (
          <select
            aria-label={words.localSlack}
            value={workspaceId}
            onChange={({ target }) => onWorkspace(target.value)}
          >
            {workspaces.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        ) : (
          <strong>{workspaces[0]?.name}</strong>
        )}
        <span className="workspace-kind">{words.localSlack}</span>
      </div>
      <ClockPanel {...clock} />
      <div className="top-tools">
        {onHelp && (
          <button
            type="button"
            className="icon-button"
            aria-label={words.tourAgain}
            title={words.tourAgain}
            onClick={onHelp}
          >
            <Icon name="question" />
          </button>
        )}
        <Menu
          label={words.theme}
          face={<Icon name={THEME_ICONS[choice]} />}
          items={THEMES.map((theme) => ({
            key: theme,
            label: (
              <>
                <Icon name={THEME_ICONS[theme]} />
                {words.themeNames[theme]}
              </>
            ),
            choose: () => choose(theme),
          }))}
        />
      </div>
    </header>
  )
}
