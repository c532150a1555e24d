using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

/// <summary>Les lettres recommandées d'une convention d'accès.</summary>
public enum LettreDAcces
{
    Denonciation,

    /// <summary>La lettre due à la direction des archives départementales.</summary>
    Archives,

    MiseEnDemeure,
}

/// <summary>Les mots des lettres d'une convention d'accès.</summary>
public static class LettreDAccesExtensions
{
    public static string Libelle(this LettreDAcces lettre) =>
        lettre switch
        {
            LettreDAcces.Denonciation => "Lettre de dénonciation",
            LettreDAcces.Archives => "Lettre aux archives départementales",
            LettreDAcces.MiseEnDemeure => "Mise en demeure de payer",
        };
}

/// <content>Les lettres recommandées et le registre des courriers, qui tient leurs dates (RG6.20, RG6.21).</content>
public sealed partial class ConventionDAcces
{
    /// <summary>La lettre de cette sorte ; nulle si elle n'est pas enregistrée.</summary>
    /// <param name="lettre">Quelle lettre : celle de la dénonciation en cours, ou une mise en demeure.</param>
    /// <param name="numero">Le rang de la mise en demeure.</param>
    public Recommande? LettreDe(LettreDAcces lettre, int? numero = null) =>
        lettre switch
        {
            LettreDAcces.Denonciation => DenonciationEnCours?.Lettre,
            LettreDAcces.Archives => DenonciationEnCours?.Archives,
            LettreDAcces.MiseEnDemeure => _misesEnDemeure.Find(m => m.Numero == numero)?.Lettre,
        };

    /// <param name="lettre">Quelle lettre.</param>
    /// <param name="courrier">Le courrier du registre qu'elle est.</param>
    /// <param name="numero">Le rang de la mise en demeure.</param>
    public Verdict PeutInscrire(LettreDAcces lettre, CourrierId courrier, int? numero = null) =>
        Verdict.De(
            new LettreEnvoyeeAvantLeRegistre(LettreDe(lettre, numero) is not null),
            new LettrePasEncoreAuRegistre(LettreDe(lettre, numero)?.Courrier is not null),
            new CourrierDUneSeuleLettre(Lettres().Any(l => l.Lettre.Courrier == courrier))
        );

    /// <summary>Rattache une lettre au courrier du registre qu'elle est : les dates de celui-ci font désormais foi.</summary>
    public void Inscrire(LettreDAcces lettre, CourrierId courrier, string numeroDeCourrier, int? numero = null)
    {
        PeutInscrire(lettre, courrier, numero).Exiger();
        LettreDe(lettre, numero)!.Inscrire(courrier);
        Signaler(new LettreInscrite(Collectivite, lettre, numeroDeCourrier));
    }

    /// <param name="lettre">Quelle lettre.</param>
    /// <param name="envoyeLe">Le nouvel envoi.</param>
    /// <param name="revenue">Le numéro du courrier revenu d'une adresse inconnue ; nul s'il n'en est pas revenu.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    /// <param name="numero">Le rang de la mise en demeure.</param>
    public Verdict PeutRenvoyer(
        LettreDAcces lettre,
        DateOnly envoyeLe,
        string? revenue,
        DateOnly aujourdhui,
        int? numero = null
    ) =>
        Verdict.De(
            new LettreEnvoyeeAvantLeRegistre(LettreDe(lettre, numero) is not null),
            new LettreRevenueSansAdresse(revenue is not null && LettreDe(lettre, numero)?.NotifieLe is null),
            new RenvoiApresLePremierEnvoi(LettreDe(lettre, numero)?.EnvoyeLe, envoyeLe),
            new ActePasAVenir("renvoi-le", "Le nouvel envoi", envoyeLe, aujourdhui)
        );

    /// <summary>Une autre lettre part à la bonne adresse : l'acte tient, le premier courrier reste au registre et à l'histoire.</summary>
    public void Renvoyer(
        LettreDAcces lettre,
        DateOnly envoyeLe,
        string? numeroDeRecommande,
        string? revenue,
        DateOnly aujourdhui,
        int? numero = null
    )
    {
        PeutRenvoyer(lettre, envoyeLe, revenue, aujourdhui, numero).Exiger();
        var premiere = LettreDe(lettre, numero)!;
        Signaler(new LettreRenvoyee(Collectivite, lettre, revenue!, premiere.EnvoyeLe, envoyeLe));
        premiere.Renvoyer(envoyeLe, string.IsNullOrWhiteSpace(numeroDeRecommande) ? null : numeroDeRecommande.Trim());
    }

    /// <summary>Reprend ce que le registre dit d'une de ses lettres : l'envoi, puis l'avis qui fait courir le délai.</summary>
    /// <param name="courrier">Le courrier du registre.</param>
    /// <param name="aujourdhui">Le jour du CDG.</param>
    /// <remarks>
    /// RG6.20 : la remise notifie ; refusée ou non réclamée, la première présentation. Un avis noté à tort puis corrigé retire
    /// l'effet qu'il avait donné.
    /// </remarks>
    public void Suivre(Courrier courrier, DateOnly aujourdhui)
    {
        var pli = courrier.Destinataires[0];
        foreach (var (lettre, sorte, numero) in Lettres().Where(l => l.Lettre.Courrier == courrier.Id).ToList())
        {
            if (courrier.PosteLe is { } poste && (poste, pli.NumeroDAccuse ?? lettre.Numero) != (lettre.EnvoyeLe, lettre.Numero))
            {
                Verdict.De(new LettreApresLaSignature("poste-le", poste, DebutDesLettres)).Exiger();
                lettre.Poster(poste, pli.NumeroDAccuse);
                Signaler(new LettrePostee(Collectivite, sorte, poste));
            }

            var avis = AvisDeReception.Du(pli);
            if (avis is null)
            {
                Desavouer(lettre, sorte, numero);
            }
            else if ((avis.Issue, avis.PresenteLe, avis.RemisLe) != (lettre.Issue, lettre.PresenteLe, lettre.RemisLe))
            {
                Constater(lettre, sorte, numero, avis, aujourdhui);
            }
        }
    }

    private void Constater(Recommande lettre, LettreDAcces sorte, int numero, AvisDeReception avis, DateOnly aujourdhui)
    {
        switch (sorte)
        {
            case LettreDAcces.MiseEnDemeure:
                ConstaterLaMiseEnDemeure(numero, avis, aujourdhui);
                break;
            case LettreDAcces.Denonciation when DenonciationEnCours?.Numero == numero:
                Notifier(avis, aujourdhui);
                break;
            case LettreDAcces.Archives when DenonciationEnCours?.Numero == numero:
                ConstaterLesArchives(avis, aujourdhui);
                break;
            default:
                lettre.Constater(avis);
                break;
        }
    }

    private void Desavouer(Recommande lettre, LettreDAcces sorte, int numero)
    {
        if (lettre.NotifieLe is null)
        {
            return;
        }

        lettre.AttendreLAvis();
        if (sorte is LettreDAcces.Denonciation && DenonciationEnCours?.Numero == numero)
        {
            DenonciationEnCours.PrendreEffet(null);
            Recalculer();
        }

        Signaler(new AvisRetire(Collectivite, sorte));
    }

    private IEnumerable<(Recommande Lettre, LettreDAcces Sorte, int Numero)> Lettres() =>
        [
            .. _denonciations.Select(d => (d.Lettre, LettreDAcces.Denonciation, d.Numero)),
            .. _denonciations.Where(d => d.Archives is not null).Select(d => (d.Archives!, LettreDAcces.Archives, d.Numero)),
            .. _misesEnDemeure.Select(m => (m.Lettre, LettreDAcces.MiseEnDemeure, m.Numero)),
        ];
}
