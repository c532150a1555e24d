using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <content>Le régime du préavis : information du coordonnateur, sortie qui s'en déduit, caducité (RG1.31).</content>
public sealed partial class DossierDeRetrait
{
    /// <summary>La sortie qu'une information reçue ce jour donne : le 31 décembre de l'année, ou de la suivante passé le dernier jour utile.</summary>
    /// <remarks>RG1.31. La date qui compte est celle où le coordonnateur reçoit.</remarks>
    public static DateOnly SortieSurPreavis(DateOnly informeLe, ReglesDeConvention regles) =>
        new(informeLe <= regles.DernierJourDuPreavis(informeLe.Year) ? informeLe.Year : informeLe.Year + 1, 12, 31);

    /// <param name="informeLe">Le jour où le coordonnateur a reçu l'information.</param>
    /// <param name="preuve">Ce qui le montre : le courrier du registre, ou ce que l'agent en écrit.</param>
    /// <param name="entree">L'entrée du membre.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    public Verdict PeutInformer(DateOnly? informeLe, string? preuve, DateOnly entree, DateOnly aujourdhui) =>
        Verdict.De(
            new RetraitEncoreOuvert(Etat),
            new RetraitSurPreavis(Mode),
            new ReceptionDatee(informeLe),
            new InformationPendantLAdhesion(informeLe, entree, aujourdhui),
            new ActePasAVenir("L'information du coordonnateur", informeLe, aujourdhui, "informe")
            {
                Code = "RG1.31",
                Fondement = "Convention constitutive du groupement permanent",
            },
            new TexteRenseigne("La preuve de la réception", (preuve ?? "").Trim(), LongueurDUnLibelle, "preuve")
        );

    /// <summary>Enregistre le jour où le coordonnateur a été informé, preuve gardée à l'histoire ; la sortie s'en déduit.</summary>
    public void Informer(DateOnly? informeLe, string? preuve, DateOnly entree, ReglesDeConvention regles, DateOnly aujourdhui)
    {
        PeutInformer(informeLe, preuve, entree, aujourdhui).Exiger();
        (InformeLe, SortieLe) = (informeLe, SortieSurPreavis(informeLe!.Value, regles));
        Signaler(new CoordonnateurInforme(Collectivite, informeLe.Value, SortieLe.Value, preuve!.Trim()));
    }

    /// <summary>Retire un jour de réception que le registre a noté à tort puis corrigé : le coordonnateur n'est plus informé.</summary>
    public void OublierLInformation()
    {
        Verdict.De(new RetraitEncoreOuvert(Etat), new RetraitSurPreavis(Mode)).Exiger();
        (InformeLe, SortieLe) = (null, null);
        Signaler(new InformationRetiree(Collectivite));
    }

    /// <summary>Vrai quand le 31 décembre est passé sans délibération exécutoire : le préavis ne vaut plus (RG1.31).</summary>
    public bool EstCaduc(DateOnly jour) =>
        Mode is ModeDeRetrait.PreavisAnnuel
        && Etat is EtatDeRetrait.Annonce
        && SortieLe is { } sortie
        && sortie < jour
        && (Deliberation.ExecutoireLe is not { } executoire || executoire > sortie);

    /// <summary>Constate que le préavis est caduc ; le membre reste.</summary>
    public void Caduquer(DateOnly jour)
    {
        Verdict.De(new PreavisSansSuite(EstCaduc(jour), SortieLe)).Exiger();
        Etat = EtatDeRetrait.Caduc;
        Signaler(new RetraitCaduc(Collectivite, SortieLe!.Value));
    }

    /// <summary>Ce que le membre a encore à faire pour que son retrait annoncé aboutisse, tel que son espace le lui dit.</summary>
    /// <param name="regles">Les règles de la convention.</param>
    /// <param name="jour">Le jour du CDG.</param>
    public string ResteAFaire(ReglesDeConvention regles, DateOnly jour)
    {
        if (Mode is ModeDeRetrait.PreavisAnnuel && (InformeLe, SortieLe) is not ({ }, { }))
        {
            var sortie = SortieSurPreavis(jour, regles);
            return $"Le coordonnateur n'a pas encore noté avoir reçu notre information : s'il la reçoit au plus tard le {EnClair.Date(regles.DernierJourDuPreavis(sortie.Year))}, la sortie est au {EnClair.Date(sortie)}.";
        }

        if (EstCaduc(jour))
        {
            return $"Aucune délibération n'était exécutoire au {EnClair.Date(SortieLe!.Value)} : le préavis est caduc, nous restons membre.";
        }

        return (Deliberation.ExecutoireLe, Mode) switch
        {
            (null, ModeDeRetrait.PreavisAnnuel) =>
                $"Notre délibération, exécutoire au plus tard le {EnClair.Date(SortieLe!.Value)} : sans elle, le retrait sera caduc et nous resterons membre.",
            (var executoire, ModeDeRetrait.DeliberationDatee) when executoire is null || SortieLe is null =>
                "Notre délibération exécutoire, qui fixe le jour de sortie et les modalités financières.",
            _ when Deliberation.Piece is null => "La délibération signée, à remettre au centre de gestion.",
            _ => "Rien de notre part : le centre de gestion constate le retrait.",
        };
    }

    /// <summary>Comment le membre resté après une caducité peut encore partir, selon la règle de la convention ce jour-là (RG1.30, RG1.31).</summary>
    public static string CommentPartirDeNouveau(ReglesDeConvention regles, DateOnly jour)
    {
        if (regles.ModeDeRetrait is ModeDeRetrait.DeliberationDatee)
        {
            return "Pour partir, prenez une délibération qui fixe le jour de sortie : la convention ne demande plus de préavis.";
        }

        var sortie = SortieSurPreavis(jour, regles);
        return $"Pour partir, informez de nouveau le coordonnateur, puis délibérez. S'il en est informé aujourd'hui, la sortie est au {EnClair.Date(sortie)} ; elle y reste s'il l'est au plus tard le {EnClair.Date(regles.DernierJourDuPreavis(sortie.Year))}, et passe ensuite au {EnClair.Date(sortie.AddYears(1))}.";
    }

    /// <summary>Pourquoi la sortie tombe ce jour-là au régime du préavis, et ce qui la ferait échouer (RG1.31).</summary>
    /// <returns>Vide au régime de la délibération datée, et tant que le coordonnateur n'est pas informé.</returns>
    public IReadOnlyList<string> ExplicationDuPreavis(ReglesDeConvention regles)
    {
        if (Mode is not ModeDeRetrait.PreavisAnnuel || InformeLe is not { } informe || SortieLe is not { } sortie)
        {
            return [];
        }

        var dernier = regles.DernierJourDuPreavis(informe.Year);
        var (situation, suite) = sortie.Year > informe.Year ? ("après", "passe") : ("au plus tard", "est");
        var raison =
            $"Le coordonnateur a été informé le {EnClair.Date(informe)}, {situation} le dernier jour utile de l'année, le {EnClair.Date(dernier)} : la sortie {(Etat.EstSansEffet() ? "était prévue" : suite)} au {EnClair.Date(sortie)}.";
        return Etat switch
        {
            EtatDeRetrait.Annonce when !(Deliberation.ExecutoireLe <= sortie) =>
            [
                raison,
                $"Sans délibération exécutoire au {EnClair.Date(sortie)}, le retrait sera caduc : le membre restera dans le groupement.",
            ],
            EtatDeRetrait.Caduc =>
            [
                raison,
                Deliberation.ExecutoireLe is { } executoire
                    ? $"La délibération n'est exécutoire que depuis le {EnClair.Date(executoire)}, après le {EnClair.Date(sortie)} : le préavis est caduc, le membre reste dans le groupement."
                    : $"Aucune délibération n'était exécutoire au {EnClair.Date(sortie)} : le préavis est caduc, le membre reste dans le groupement.",
                "L'adhésion continue avec ses choix et son siège ; le membre et le coordonnateur en sont informés. Pour partir, il informe de nouveau le coordonnateur, puis délibère.",
            ],
            EtatDeRetrait.Abandonne =>
            [
                raison,
                "Le retrait est abandonné : cette sortie est sans effet, le membre reste dans le groupement.",
            ],
            EtatDeRetrait.Annonce or EtatDeRetrait.Constate => [raison],
        };
    }
}
