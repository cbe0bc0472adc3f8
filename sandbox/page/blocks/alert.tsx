// An alert: information, warning, error, success.
import { Icon, type IconName } from '../frame/icons.tsx'
import { RichText } from '../text/mrkdwn.tsx'
import type { BlockProps } from './block-props.ts'

const ICONS: Readonly<Record<string, IconName>> = { warning: 'warning', error: 'warning', success: 'check' }

export function Alert({ block }: BlockProps) {
  const level = String(block.level ?? 'default')
  return (
    <div className={`alert ${level}`} role="status">
      <Icon name={ICONS[level] ?? 'info'} />
      {block.text && <RichText text={block.text} />}
    </div>
  )
}
