import { NavLink } from '@remix-run/react'
import {
  Building2,
  CalendarCog,
  LayoutDashboard,
  LibraryBig,
  Megaphone,
  MessageSquareWarning,
  ScrollText,
  UserCog,
  Users,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Capability } from '#app/core/capabilities.ts'
import { consoleMessages } from '#app/i18n/messages/console.ts'
import type { ConsoleText } from '#app/i18n/messages/console.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { classNames } from '../class-names.ts'
import { ConsoleCapabilities } from './console-capabilities.ts'

type Section = { to: string; label: ConsoleText; icon: LucideIcon; capability: Capability }

/** The rooms of the console, in the order of the work. */
const SECTIONS: readonly Section[] = [
  { to: paths.organizer, label: 'sectionOverview', icon: LayoutDashboard, capability: 'console.read' },
  { to: paths.contests, label: 'sectionContests', icon: CalendarCog, capability: 'contest.read' },
  { to: paths.questions, label: 'sectionQuestions', icon: LibraryBig, capability: 'questions.read' },
  { to: paths.units, label: 'sectionUnits', icon: Building2, capability: 'people.read' },
  { to: paths.people, label: 'sectionPeople', icon: Users, capability: 'people.read' },
  {
    to: paths.organizerAnnouncements,
    label: 'sectionAnnouncements',
    icon: Megaphone,
    capability: 'console.read',
  },
  {
    to: paths.complaints,
    label: 'sectionComplaints',
    icon: MessageSquareWarning,
    capability: 'results.read',
  },
  { to: paths.staff, label: 'sectionStaff', icon: UserCog, capability: 'staff.manage' },
  { to: paths.auditLog, label: 'sectionAuditLog', icon: ScrollText, capability: 'audit.read' },
]

type ConsoleFrameProps = { capabilities: readonly Capability[]; children: ReactNode }

/** The console's menu above its pages: what the signed-in person may see, nothing else. */
export function ConsoleFrame({ capabilities, children }: ConsoleFrameProps) {
  const sections = SECTIONS.filter(({ capability }) => capabilities.includes(capability))

  return (
    <ConsoleCapabilities.Provider value={capabilities}>
      {sections.length > 1 && <ConsoleMenu sections={sections} />}
      {children}
    </ConsoleCapabilities.Provider>
  )
}

function ConsoleMenu({ sections }: { sections: readonly Section[] }) {
  const t = useT(consoleMessages)

  return (
    <nav aria-label={t('menu')} className="page mb-6 print:hidden">
      <ul className="flex flex-wrap gap-1 border-b border-line">
        {sections.map(({ to, label, icon: Icon }) => (
          <li key={to}>
            <NavLink
              to={to}
              end={to === paths.organizer}
              className={({ isActive }) =>
                classNames(
                  '-mb-px flex min-h-12 items-center gap-2 rounded-t-md border-b-3 px-3.5 py-2',
                  isActive
                    ? 'border-brand font-semibold text-brand-text'
                    : 'border-transparent text-muted hover:bg-sunken hover:text-ink',
                )
              }
            >
              <Icon aria-hidden="true" className="size-5" />
              {t(label)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
