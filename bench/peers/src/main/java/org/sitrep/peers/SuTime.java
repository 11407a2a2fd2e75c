package org.sitrep.peers;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.AnnotationPipeline;
import edu.stanford.nlp.pipeline.POSTaggerAnnotator;
import edu.stanford.nlp.pipeline.TokenizerAnnotator;
import edu.stanford.nlp.pipeline.WordsToSentencesAnnotator;
import edu.stanford.nlp.time.TimeAnnotations;
import edu.stanford.nlp.time.TimeAnnotator;
import edu.stanford.nlp.time.Timex;
import edu.stanford.nlp.util.CoreMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.sitrep.model.Page;

/** SUTime of Stanford CoreNLP with its own tokens, sentences and parts of speech, English rules. */
final class SuTime implements Finder {
    private final AnnotationPipeline pipeline = new AnnotationPipeline();

    SuTime() {
        pipeline.addAnnotator(new TokenizerAnnotator(false));
        pipeline.addAnnotator(new WordsToSentencesAnnotator(false));
        pipeline.addAnnotator(new POSTaggerAnnotator(false));
        pipeline.addAnnotator(new TimeAnnotator("sutime", new Properties()));
    }

    @Override
    public String name() {
        return "SUTime (CoreNLP)";
    }

    @Override
    public List<Time> times(Page page) {
        Annotation text = new Annotation(page.content());
        text.set(CoreAnnotations.DocDateAnnotation.class, page.published().orElseThrow().text());
        pipeline.annotate(text);
        List<Time> out = new ArrayList<>();
        for (CoreMap found : text.get(TimeAnnotations.TimexAnnotations.class)) {
            Timex timex = found.get(TimeAnnotations.TimexAnnotation.class);
            out.add(new Time(
                    found.get(CoreAnnotations.CharacterOffsetBeginAnnotation.class),
                    found.get(CoreAnnotations.CharacterOffsetEndAnnotation.class),
                    timex.timexType(),
                    timex.value() == null ? "" : timex.value()));
        }
        return out;
    }
}
