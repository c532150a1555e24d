using System.Text.Json;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Commissions;
using CdgMarches.Domain.Noyau;
using CdgMarches.Tests.Commissions;
using CdgMarches.Tests.Outils;

namespace CdgMarches.Tests.Vecteurs;

/// <summary>Pour chaque sujet de la commission : des faits du vecteur à toutes les réponses du domaine.</summary>
internal static class TopicsDesCommissions
{
    public static Dictionary<string, Func<Vecteur, Dictionary<string, object?>>> Tous { get; } =
        new(StringComparer.Ordinal)
        {
            ["quorum/required"] = Requis,
            ["quorum/presence"] = Presences,
            ["vote/result"] = Vote,
            ["second_convocation/earliest"] = Seconde,
            ["convention/cao_required"] = v =>
                new()
                {
                    ["own_cao_needed"] = MajoriteLocale
                        .De([.. v.Entrees.GetProperty("members").EnumerateArray().Select(Categorie)])
                        .EstAtteinte,
                },
        };

    private static Dictionary<string, object?> Requis(Vecteur v)
    {
        var quorum = Quorum.De(v.Entier("n_voting"));
        return new()
        {
            ["quorum"] = quorum.Requis,
            // « La moitié au moins » est la règle des commissions de l'État, que le vecteur cite pour la distinguer.
            ["wrong_if_half_at_least"] = VecteursTests.Quelconque,
            ["reached"] = v.Entrees.TryGetProperty("present", out var presents) && quorum.EstAtteint(presents.GetInt32()),
        };
    }

    private static Dictionary<string, object?> Presences(Vecteur v)
    {
        var commission = new UneCommission();
        List<Presence> presences = [];
        List<Deport> deports = [];
        foreach (var (siege, i) in v.Entrees.GetProperty("seats").EnumerateArray().Select((s, i) => (s, i)))
        {
            var (titulaire, suppleant) = commission.AjouterSiege($"Membre {i + 1}");
            Arriver(siege, "t", titulaire);
            Arriver(siege, "s", suppleant);
            if (Vrai(siege, "deport"))
            {
                deports.Add(commission.Deport(1, titulaire));
            }

            if (Vrai(siege, "s_deport") || Vrai(siege, "deport_s"))
            {
                deports.Add(commission.Deport(1, suppleant));
            }
        }

        var feuille = new FeuilleDePresence(commission.Places(), presences, deports);
        var quorum = Quorum.De(feuille.Sieges);
        return new()
        {
            ["n"] = feuille.Sieges,
            ["present"] = feuille.Voix(1),
            ["quorum"] = quorum.Requis,
            ["reached"] = quorum.EstAtteint(feuille.Voix(1)),
        };

        // A proxy is nobody: the application has no way to record one.
        void Arriver(JsonElement siege, string rang, Guid personne)
        {
            if (
                siege.TryGetProperty(rang, out var comment)
                && comment.ValueKind is JsonValueKind.String
                && comment.GetString() is not "proxy"
            )
            {
                presences.Add(
                    new Presence(SeanceId.Nouveau(), personne, comment.GetString() is not "room", HorlogeFigee.Origine)
                );
            }
        }
    }

    private static Dictionary<string, object?> Vote(Vecteur v)
    {
        var decompte = new Decompte(v.Entier("pour"), v.Entier("contre"), v.Entier("abstention"));
        SensDuVote? president = v.Entrees.GetProperty("president_vote").GetString() switch
        {
            "pour" => SensDuVote.Pour,
            "contre" => SensDuVote.Contre,
            "abstention" => SensDuVote.Abstention,
            _ => null,
        };
        return new()
        {
            ["result"] = decompte
                .Resultat(v.Entrees.GetProperty("voix_preponderante").GetBoolean(), president)
                .ToString()
                .ToLower(Francais.Culture),
        };
    }

    private static Dictionary<string, object?> Seconde(Vecteur v)
    {
        var regles = new ReglesDeCommission
        {
            JoursFrancsALaSeconde = v.Entrees.GetProperty("apply_clear_days").GetBoolean() ? 5 : 0,
        };
        var seconde = new SecondeConvocation(v.Jour("first_meeting"), v.Jour("second_sent"), regles.Delai(surSeconde: true));
        return new() { ["earliest_second_meeting"] = seconde.AuPlusTot, ["quorum_needed"] = !seconde.EstValable };
    }

    private static CategorieDeCollectivite Categorie(JsonElement membre) =>
        membre.GetString() switch
        {
            "collectivite" => CategorieDeCollectivite.Commune,
            "epl" => CategorieDeCollectivite.CentreDeGestion,
            "esms" => CategorieDeCollectivite.Esms,
            "oph" => CategorieDeCollectivite.Oph,
            "ccas" => CategorieDeCollectivite.Ccas,
            _ => CategorieDeCollectivite.Prive,
        };

    private static bool Vrai(JsonElement siege, string nom) =>
        siege.TryGetProperty(nom, out var valeur) && valeur.ValueKind is JsonValueKind.True;
}
