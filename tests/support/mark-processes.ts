import { MARK } from './marked-processes.ts'

// Before each test file: whatever its tests start bears the mark, and so does what that starts. The process that sees to
// the whole run is the parent of this one.
process.env[MARK] = String(process.ppid)
