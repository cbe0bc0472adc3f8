// Check boxes and radio buttons.
import { useId } from 'react'
import { type Option, optionsOf } from '../../state/block-kit.ts'
import { RichText } from '../text/mrkdwn.tsx'
import { useConfirm } from './confirm.tsx'
import { type ElementProps, namesOf } from './element-host.ts'
import { useEntry } from './use-entry.ts'

export function Choices(props: ElementProps) {
  const { block, element } = props
  const { entry, change } = useEntry(props)
  const confirm = useConfirm()
  const name = useId()
  const several = element.type === 'checkboxes'
  const chosen = Array.isArray(entry) ? entry : entry === null ? [] : [String(entry)]
  const { 'aria-invalid': _, ...names } = namesOf(props)
  async function pick(value: string, on: boolean) {
    const tell = block.type !== 'input' || block.dispatch_action === true
    if (tell && !(await confirm(element.confirm))) return
    const rest = chosen.filter((one) => one !== value)
    await change(several ? (on ? [...rest, value] : rest) : value, tell)
  }
  return (
    <div role={several ? 'group' : 'radiogroup'} className="choices" {...names}>
      {optionsOf(element).map((option) => (
        <label key={option.value} className="choice">
          <input
            type={several ? 'checkbox' : 'radio'}
            name={name}
            checked={chosen.includes(option.value)}
            onChange={({ target }) => void pick(option.value, target.checked)}
          />
          <Face option={option} />
        </label>
      ))}
    </div>
  )
}

const Face = ({ option }: { option: Option }) => (
  <span className="choice-face">
    <RichText text={option.text} inline />
    {option.description && (
      <span className="faint">
        <RichText text={option.description} inline />
      </span>
    )}
  </span>
)
