/* Shows one process another system clock: real time and the milliseconds that a mapped file holds. */
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static volatile const long *ahead_millis;

__attribute__((constructor)) static void map(void) {
    const char *file = getenv("SYSTEM_CLOCK_FILE");
    int opened = file ? open(file, O_RDONLY | O_CLOEXEC) : -1;
    if (opened < 0) return;
    void *mapped = mmap(NULL, sizeof(long), PROT_READ, MAP_SHARED, opened, 0);
    if (mapped != MAP_FAILED) ahead_millis = mapped;
    close(opened);
}

int clock_gettime(clockid_t clock, struct timespec *shown) {
    int failed = (int) syscall(SYS_clock_gettime, clock, shown);
    if (failed || clock != CLOCK_REALTIME || !ahead_millis) return failed;
    long nanos = shown->tv_nsec + *ahead_millis % 1000 * 1000000;
    shown->tv_sec += *ahead_millis / 1000 + (nanos < 0 ? -1 : nanos / 1000000000);
    shown->tv_nsec = nanos < 0 ? nanos + 1000000000 : nanos % 1000000000;
    return 0;
}
