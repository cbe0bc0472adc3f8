// Stands in for what cannot be drawn here, and says what it is: never nothing.
import { useWords } from '../words.ts'

export function NamedBox({ kind, about }: { kind: string; about?: string | undefined }) {
  const words = useWords()
  return (
    <div className="named-box">
      <strong>{words.notShown(kind.replaceAll('_', ' '))}</strong>
      {about && <span>{about}</span>}
    </div>
  )
}
