package org.mxcensus.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuildTest {

    @Test
    void theProgramKnowsItsVersionAndCommit() {
        Build build = Build.current();

        assertThat(build.version()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
        assertThat(build.commit()).matches("unknown|[0-9a-f]{10,}\\+?");
    }

    @Test
    void aPersonReadsBothOnOneLine() {
        assertThat(new Build("0.1.0", "1f3c2ab")).hasToString("0.1.0 (1f3c2ab)");
    }
}
