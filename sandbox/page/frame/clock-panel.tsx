// The local Slack's clock in the current user's zone, and the ways to move it.
import { useId, useState } from 'react'
import { useOperations } from '../client/use-operations.ts'
import { cityOf, instantOfText, localText, nextAt } from '../client/zone-time.ts'
import { useViewer } from '../text/viewer.ts'
import { useLanguage } from '../words.ts'
import { Icon } from './icons.tsx'

const FRIDAY = 5
const CLOSING_HOUR = 16

export interface ClockPanelProps {
  moving: boolean
  /** When the current user's next working morning begins. */
  nextMorning: string
  onMove(body: { byMinutes: number } | { to: string }): void
}

export function ClockPanel({ moving, nextMorning, onMove }: ClockPanelProps) {
  const { tag, words } = useLanguage()
  const { user, now } = useViewer()
  const [setting, setSetting] = useState(false)
  const to = (instantMs: number) => onMove({ to: new Date(instantMs).toISOString() })
  const shown = new Intl.DateTimeFormat(tag, {
    timeZone: user.tz,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(now())
  const morningDay = new Intl.DateTimeFormat(tag, {
    timeZone: user.tz,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  }).format(Date.parse(nextMorning))
  const moves: Array<[string, () => void]> = [
    [words.halfHour, () => onMove({ byMinutes: 30 })],
    [words.twoHours, () => onMove({ byMinutes: 120 })],
    [words.nextMorning(morningDay), () => onMove({ to: nextMorning })],
    [words.fridayAfternoon, () => to(nextAt(user.tz, now(), CLOSING_HOUR, FRIDAY))],
  ]
  return (
    <section className="clock" aria-label={words.clock} aria-busy={moving}>
      <Icon name="clock" />
      <time className="clock-now" dateTime={new Date(now()).toISOString()}>
        {shown} <span className="clock-zone">{cityOf(user.tz)}</span>
      </time>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div className="clock-moves" role="group" aria-label={words.moveClock}>
        {moves.map(([label, move]) => (
          <button key={label} type="button" disabled={moving} onClick={move}>
            {label}
          </button>
        ))}
        <button type="button" disabled={moving} aria-expanded={setting} onClick={() => setSetting(!setting)}>
          {words.setTo} …
        </button>
      </div>
      <span className="clock-moving" role="status">
        {moving ? words.moving : ''}
      </span>
      {setting && (
        <SetClock
          onDone={() => setSetting(false)}
          onSet={(instantMs) => {
            setSetting(false)
            to(instantMs)
          }}
        />
      )}
    </section>
  )
}

function SetClock({ onSet, onDone }: { onSet(instantMs: number): void; onDone(): void }) {
  const { words } = useLanguage()
  const { user, now } = useViewer()
  const { say } = useOperations()
  const id = useId()
  const [text, setText] = useState(() => localText(user.tz, now()))
  return (
    <form
      className="set-clock"
      onKeyDown={({ key }) => key === 'Escape' && onDone()}
      onSubmit={(event) => {
        event.preventDefault()
        const instantMs = instantOfText(user.tz, text)
        if (instantMs > now()) onSet(instantMs)
        else say(words.onlyForward)
      }}
    >
      <label htmlFor={id}>
        {words.setTo} ({cityOf(user.tz)})
      </label>
      <input
        id={id}
        className="text-input"
        type="datetime-local"
        required
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <button type="submit" className="button primary">
        {words.set}
      </button>
    </form>
  )
}
