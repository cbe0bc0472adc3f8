// The menu behind three dots.
import { optionsOf } from '../../state/block-kit.ts'
import { Icon } from '../frame/icons.tsx'
import { Menu } from '../frame/menu.tsx'
import { withEmoji } from '../text/emoji.tsx'
import { useWords } from '../words.ts'
import { useConfirm } from './confirm.tsx'
import { type ElementProps, useElementHost } from './element-host.ts'

export function Overflow({ block, element }: ElementProps) {
  const words = useWords()
  const host = useElementHost()
  const confirm = useConfirm()
  return (
    <Menu
      label={words.moreOptions}
      className="icon-button bordered"
      face={<Icon name="dots" />}
      items={optionsOf(element).map((option) => ({
        key: option.value,
        label: withEmoji(option.text.text),
        async choose() {
          if (await confirm(element.confirm)) await host.choose(block, element, option.text.text)
        },
      }))}
    />
  )
}
