import { describe } from 'vitest';
import { eventStoreContract } from './eventStoreContract.ts';
import { MemoryEventStore } from './MemoryEventStore.ts';

describe('MemoryEventStore', () => eventStoreContract(async () => new MemoryEventStore()));
