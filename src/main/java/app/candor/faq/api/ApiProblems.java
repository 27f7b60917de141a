package app.candor.faq.api;

import app.candor.access.NotFound;
import app.candor.access.Refused;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Errors of the API as RFC 9457 has them. What is hidden and what never was look the same. */
@RestControllerAdvice(assignableTypes = FaqApi.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> none(NotFound none) {
        return problem(HttpStatus.NOT_FOUND, "Not found", "There is no such answer.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> replaced(Replaced replaced) {
        var problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.CONFLICT, Objects.requireNonNull(replaced.getMessage()));
        problem.setTitle("Replaced");
        problem.setProperty("newer", replaced.newer());
        return ResponseEntity.status(HttpStatus.CONFLICT).body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused) {
        return problem(HttpStatus.FORBIDDEN, "Refused", refused.getMessage());
    }

    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        MethodArgumentTypeMismatchException.class
    })
    ResponseEntity<ProblemDetail> unreadable(Exception unreadable) {
        return problem(
                HttpStatus.BAD_REQUEST, "Not understood", "See /api/v1/openapi.json for the form.");
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpStatus status, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return ResponseEntity.status(status).body(problem);
    }
}
