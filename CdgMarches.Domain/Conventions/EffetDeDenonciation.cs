using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Noyau.Calendrier;

namespace CdgMarches.Domain.Conventions;

/// <summary>Le dernier jour en vigueur qu'une dénonciation laisse à la convention, son effet le lendemain, et la phrase qui le dit.</summary>
/// <param name="NotifieeLe">Le jour d'où court le délai.</param>
/// <param name="Mois">Le délai, en mois ; zéro pour un défaut de paiement.</param>
/// <param name="DernierJour">Le dernier jour en vigueur.</param>
/// <param name="Phrase">Le calcul en clair.</param>
/// <remarks>
/// RG6.20, RG8.05. De quantième à quantième depuis la notification ; à défaut de quantième, le dernier jour du mois. Un délai
/// de contrat ne se reporte pas : il peut finir un dimanche. Notifiée le 31/12/2026 avec deux mois : en vigueur jusqu'au
/// 28/02/2027, effet le 01/03/2027.
/// </remarks>
public sealed record EffetDeDenonciation(DateOnly NotifieeLe, int Mois, DateOnly DernierJour, string Phrase)
{
    /// <summary>Le premier jour où la convention ne s'applique plus.</summary>
    public DateOnly Effet => DernierJour.AddDays(1);

    /// <param name="auteur">Du fait de qui.</param>
    /// <param name="notifieeLe">Remise, ou première présentation d'une lettre refusée ou non réclamée.</param>
    /// <param name="regles">Les délais de la convention.</param>
    /// <param name="dernierJourAnnonce">Un dernier jour plus lointain que la lettre annonce ; il ne raccourcit jamais le délai.</param>
    public static EffetDeDenonciation Calculer(
        AuteurDeDenonciation auteur,
        DateOnly notifieeLe,
        ReglesDAcces regles,
        DateOnly? dernierJourAnnonce = null
    )
    {
        var mois = Delai(auteur, regles);
        var auPlusTot = Delais.AjouterMois(notifieeLe, mois);
        var dernier = dernierJourAnnonce is { } annonce && annonce > auPlusTot ? annonce : auPlusTot;
        return new(notifieeLe, mois, dernier, Dire(auteur, notifieeLe, mois, auPlusTot, dernier, dernierJourAnnonce));
    }

    /// <summary>« délai de 2 mois, de quantième à quantième » ; « aucun délai » pour un défaut de paiement.</summary>
    internal static string DireLeDelai(int mois, DateOnly depuis, DateOnly auPlusTot) =>
        mois == 0
            ? "aucun délai"
            : $"délai de {mois.ToString(Francais.Culture)} mois, de quantième à quantième{(auPlusTot.Day == depuis.Day ? "" : " (ce quantième manque, le dernier jour du mois)")}";

    /// <summary>Le délai de la convention, en mois, selon l'auteur.</summary>
    public static int Delai(AuteurDeDenonciation auteur, ReglesDAcces regles) =>
        auteur switch
        {
            AuteurDeDenonciation.Collectivite => regles.PreavisDeLaCollectiviteEnMois,
            AuteurDeDenonciation.Cdg => regles.PreavisDuCdgEnMois,
            AuteurDeDenonciation.CdgPourDefautDePaiement => 0,
        };

    private static string Dire(
        AuteurDeDenonciation auteur,
        DateOnly notifieeLe,
        int mois,
        DateOnly auPlusTot,
        DateOnly dernier,
        DateOnly? annonceParLaLettre
    )
    {
        var qui = auteur switch
        {
            AuteurDeDenonciation.Collectivite => "par la collectivité",
            AuteurDeDenonciation.Cdg => "par le CDG",
            AuteurDeDenonciation.CdgPourDefautDePaiement => "par le CDG pour défaut de paiement",
        };
        var delai = DireLeDelai(mois, notifieeLe, auPlusTot);
        var annonce =
            dernier > auPlusTot ? $", soit le {EnClair.Date(auPlusTot)} ; la lettre annonce un jour plus lointain"
            : annonceParLaLettre < auPlusTot
                ? $" ; la lettre annonce le {EnClair.Date(annonceParLaLettre.Value)}, plus tôt : le délai l'emporte"
            : "";
        return $"Notifiée {qui} le {EnClair.Date(notifieeLe)} : {delai}{annonce}. La convention reste en vigueur jusqu'au {EnClair.Date(dernier)} inclus et la dénonciation prend effet le {EnClair.Date(dernier.AddDays(1))} (convention, art. 5).";
    }
}
