using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

/// <summary>Cherche dans un texte consolidé les durées et les délais qu'un avenant change.</summary>
internal static class ReglesDansLeTexte
{
    private static readonly string[] MotsDesAnnees = ["AN", "ANS", "ANNEE", "ANNEES"];

    private static readonly string[] MotsDesMois = ["MOIS"];

    /// <summary>Ce qui change d'une règle à l'autre et que le texte ne dit pas, avec son article, au milieu d'une phrase.</summary>
    /// <remarks>Le délai de mise en demeure n'y est pas : la convention type ne le fixe pas, c'est le choix du CDG.</remarks>
    /// <param name="avant">Les règles que l'avenant trouve.</param>
    /// <param name="apres">Celles qu'il fixe.</param>
    /// <param name="texte">Le texte consolidé ; nul si l'avenant n'y touche pas.</param>
    public static IReadOnlyList<string> NonDites(ReglesDAcces avant, ReglesDAcces apres, string? texte)
    {
        var mots = CleDeTri.De(texte).Split(' ');
        List<string> tues = [];
        Chercher(avant.DureeInitialeEnAnnees, apres.DureeInitialeEnAnnees, "la première durée", ReglesDAcces.Ans, MotsDesAnnees);
        if (apres.Reconduction is Reconduction.ParPeriodes)
        {
            var courante = avant.Reconduction is Reconduction.ParPeriodes ? avant.PeriodeDeReconductionEnAnnees : 0;
            Chercher(
                courante,
                apres.PeriodeDeReconductionEnAnnees,
                "la période de reconduction",
                ReglesDAcces.Ans,
                MotsDesAnnees
            );
        }
        else if (avant.Reconduction != apres.Reconduction && texte is null)
        {
            tues.Add($"la reconduction ({apres.Reconduction.Libelle()})");
        }

        Chercher(
            avant.PreavisDeLaCollectiviteEnMois,
            apres.PreavisDeLaCollectiviteEnMois,
            "le délai de dénonciation de la collectivité",
            Mois,
            MotsDesMois
        );
        Chercher(avant.PreavisDuCdgEnMois, apres.PreavisDuCdgEnMois, "le délai de dénonciation du CDG", Mois, MotsDesMois);
        return tues;

        void Chercher(int courant, int nouveau, string quoi, Func<int, string> dire, string[] unites)
        {
            if (courant != nouveau && !Dit(mots, nouveau, unites))
            {
                tues.Add($"{quoi} ({dire(nouveau)})");
            }
        }
    }

    /// <summary>« 3 mois », « trois mois », « trois (3) mois » : le nombre, un mot au plus, puis l'unité.</summary>
    private static bool Dit(string[] mots, int nombre, string[] unites)
    {
        var chiffres = nombre.ToString(Francais.Culture);
        var lettres = CleDeTri.De(Nombres.EnLettres(nombre));
        for (var i = 0; i < mots.Length - 1; i++)
        {
            if (
                (mots[i] == chiffres || mots[i] == lettres)
                && (unites.Contains(mots[i + 1]) || (i + 2 < mots.Length && unites.Contains(mots[i + 2])))
            )
            {
                return true;
            }
        }

        return false;
    }

    private static string Mois(int nombre) => $"{nombre.ToString(Francais.Culture)} mois";
}
