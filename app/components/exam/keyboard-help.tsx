import { Keyboard } from 'lucide-react'
import { exam as messages } from '#app/i18n/messages/exam.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Checkbox } from '../ui/checkbox.tsx'

type KeyboardHelpProps = { hasCharacterKeys: boolean; onSwitch: (isOn: boolean) => void }

/** The shortcuts and the switch for those of a single character (WCAG 2.1.4); for devices with a mouse or touchpad. */
export function KeyboardHelp({ hasCharacterKeys, onSwitch }: KeyboardHelpProps) {
  const t = useT(messages)
  const rows = [
    [t('keysPickKeys'), t('keysPick')],
    [t('keysTurnKeys'), t('keysTurn')],
    [t('keysFlagKeys'), t('keysFlag')],
  ]

  return (
    <details className="hidden text-sm any-pointer-fine:block">
      <summary className="flex min-h-11 w-fit cursor-pointer items-center gap-2 text-muted hover:text-ink">
        <Keyboard aria-hidden="true" className="size-5" />
        {t('keysTitle')}
      </summary>
      <div className="grid gap-4 pt-2">
        <dl className="grid gap-2">
          {rows.map(([keys, meaning]) => (
            <div key={keys}>
              <dt className="font-semibold">{keys}</dt>
              <dd className="text-muted">{meaning}</dd>
            </div>
          ))}
        </dl>
        <Checkbox
          id="phim-tat"
          label={t('keysEnabled')}
          checked={hasCharacterKeys}
          onChange={(event) => onSwitch(event.currentTarget.checked)}
        />
      </div>
    </details>
  )
}
