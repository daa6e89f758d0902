package org.mxcensus.analyzer.describe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/// `CITATION.cff`: how to cite a release (Citation File Format 1.2.0).
record Citation(Release release) {

    String text() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("cff-version", "1.2.0");
        document.put("message", "Please cite this dataset by these data.");
        document.put("type", "dataset");
        document.put("title", release.title());
        document.put("authors", List.of(Map.of("name", release.publisher())));
        document.put("version", release.version());
        document.put("date-released", release.last().toString());
        document.put("license", Release.LICENCE);
        document.put("abstract", release.description());
        document.put("keywords", Release.KEYWORDS);
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(110);
        return new Yaml(options).dump(document);
    }
}
