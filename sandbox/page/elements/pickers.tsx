// Date, time, and both at once: the browser's own fields.
import { instantOfText, localText } from '../client/zone-time.ts'
import { useViewer } from '../text/viewer.ts'
import { useConfirm } from './confirm.tsx'
import { type ElementProps, namesOf } from './element-host.ts'
import { useEntry } from './use-entry.ts'

export function DateOrTimePicker(props: ElementProps) {
  const { entry, change } = useEntry(props)
  const confirm = useConfirm()
  const { user } = useViewer()
  const { element, block } = props
  const both = element.type === 'datetimepicker'
  const shown = both && typeof entry === 'number' ? localText(user.tz, entry * 1000) : String(entry ?? '')
  return (
    <input
      {...namesOf(props)}
      className="text-input picker"
      type={both ? 'datetime-local' : element.type === 'timepicker' ? 'time' : 'date'}
      value={shown}
      onChange={async ({ target: { value } }) => {
        const tell = block.type !== 'input' || block.dispatch_action === true
        const entered = both && value ? Math.floor(instantOfText(user.tz, value) / 1000) : value
        if (!tell || (await confirm(element.confirm))) await change(entered || null, tell)
      }}
    />
  )
}
