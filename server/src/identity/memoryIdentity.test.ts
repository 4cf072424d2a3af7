import { describe } from 'vitest';
import { MemorySeats } from './MemorySeats.ts';
import { MemoryStaffSessions } from './MemoryStaffSessions.ts';
import { seatsContract } from './seatsContract.ts';
import { staffSessionsContract } from './staffSessionsContract.ts';

describe('MemorySeats', () => seatsContract(async () => new MemorySeats()));
describe('MemoryStaffSessions', () => staffSessionsContract(async () => new MemoryStaffSessions()));
