using CdgMarches.Domain.Conventions;
using CdgMarches.Tests.Outils;

namespace CdgMarches.Tests.Vecteurs;

/// <summary>Ce que les conventions d'accès répondent aux vecteurs.</summary>
internal static class TopicsDesConventions
{
    public static IReadOnlyDictionary<string, Func<Vecteur, Dictionary<string, object?>>> Tous { get; } =
        new Dictionary<string, Func<Vecteur, Dictionary<string, object?>>> { ["denunciation/effect"] = Denonciation };

    private static Dictionary<string, object?> Denonciation(Vecteur v)
    {
        var auteur = v.Texte("by") switch
        {
            "collectivite" => AuteurDeDenonciation.Collectivite,
            "cdg" => AuteurDeDenonciation.Cdg,
            _ => AuteurDeDenonciation.CdgPourDefautDePaiement,
        };
        var effet = EffetDeDenonciation.Calculer(auteur, v.Jour("notified"), ReglesDAcces.Usuelles);
        return new() { ["effect"] = effet.Effet, ["last_day_in_force"] = effet.DernierJour };
    }
}
