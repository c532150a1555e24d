using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <summary>La phrase qui explique un montant : ce qui l'appelle, le tarif, la méthode, le numérateur et le dénominateur (RG6.10).</summary>
public static class FicheDeCalcul
{
    /// <summary>« Tranche 2 (de 50 inclus à 150 inclus), plus de 350 agents : 500,00 € × 184/365 (du 01/07/2025 au 31/12/2025, prorata en jours) = 252,05 € ».</summary>
    public static string Ecrire(string tranches, MontantHt annuel, ProrataTemporis prorata, Periode presence, int exercice)
    {
        var tete = tranches.Length == 0 ? "" : $"{tranches} : ";
        if (prorata.EstEntier)
        {
            return $"{tete}{Euros(annuel)}, {(prorata.Methode is MethodeDeProrata.Aucune ? "sans prorata" : "année entière")} = {Euros(prorata.Montant)}.";
        }

        var comptee = presence.Intersection(Periode.Annee(exercice));
        var quand = comptee is null
            ? "aucun jour compté"
            : $"du {Jour(comptee.Debut)} au {Jour(comptee.Fin!.Value)}, prorata {prorata.Methode.Libelle()}";
        return $"{tete}{Euros(annuel)} × {Nombre(prorata.Numerateur)}/{Nombre(prorata.Denominateur)} ({quand}) = {Euros(prorata.Montant)}.";
    }

    /// <summary>« Chiffres comptés : 410 agents au 1er janvier 2027 (…), 150 consultations créées en 2026. » ; vide quand la grille n'en compte aucun.</summary>
    public static string Comptes(DefinitionDeGrille grille, FaitsDuRedevable faits, int exercice)
    {
        List<string> comptes = [];
        if (grille.Axes.Contains(AxeDeGrille.Agents) && grille.AgentsComptes(faits) is { } agents)
        {
            comptes.Add(
                $"{Volume(agents, "agent", "agents")} au 1er janvier {Nombre(exercice)} ({Definition(grille, faits)}"
                    + $"{(agents == faits.Agents ? "" : $", dont {Nombre(faits.AgentsDesEtablissements)} de ses établissements")})"
            );
        }

        if (grille.Axes.Contains(AxeDeGrille.Population) && faits.Population is { } population)
        {
            comptes.Add($"{Volume(population, "habitant", "habitants")} au 1er janvier {Nombre(exercice)}");
        }

        if (
            grille.Axes.Contains(AxeDeGrille.Consultations)
            && faits is { Consultations: { } consultations, AnneeDesConsultations: { } annee }
        )
        {
            comptes.Add(
                faits.ConsultationsEstimees
                    ? $"{Volume(consultations, "consultation estimée", "consultations estimées")} pour {Nombre(annee)}"
                    : $"{Volume(consultations, "consultation créée", "consultations créées")} en {Nombre(annee)}"
            );
        }

        return comptes.Count == 0 ? "" : $" Chiffres comptés : {string.Join(" ; ", comptes)}.";
    }

    /// <summary>Ce que la déclaration dit compter l'emporte : une fiche ne prête pas au chiffre une définition qu'il n'a pas.</summary>
    private static string Definition(DefinitionDeGrille grille, FaitsDuRedevable faits) =>
        faits.DefinitionDesAgents is { } declaree ? $"effectif déclaré : « {declaree} »" : grille.Lectures.Agents.Libelle();

    /// <summary>« Frais : 1 000,00 € à parts égales entre 3 membres = 333,34 €, au plus fort reste », ou selon le poids de chacun.</summary>
    public static string Part(string quoi, MontantHt total, long poids, long somme, CleDePartage cle, MontantHt part)
    {
        var quotePart = cle switch
        {
            CleDePartage.PartsEgales => $"à parts égales entre {Volume(somme, "membre", "membres")}",
            CleDePartage.Agents => Poids("agents"),
            CleDePartage.Population => Poids("habitants"),
            CleDePartage.Strates => Poids("points de strate"),
        };
        return $"{quoi} : {Euros(total)} {quotePart} = {Euros(part)}, au plus fort reste.";

        string Poids(string unite) =>
            $"× {poids.ToString("N0", Francais.Culture)}/{somme.ToString("N0", Francais.Culture)}, au prorata des {unite}";
    }

    /// <summary>Ce que l'appel reprend de dettes trop petites pour partir seules, chacune avec son propre calcul (RG6.15, RG6.31).</summary>
    public static string AvecReport(string fiche, MontantHt report, IEnumerable<AppelDeContribution> reprises, MontantHt total)
    {
        var details = string.Join(" ; ", reprises.Select(r => $"{Nombre(r.Exercice)} : {r.Liquidation.Fiche.TrimEnd('.')}"));
        return $"{fiche} S'y ajoutent {Euros(report)} de dettes antérieures inférieures au seuil de recouvrement ({details}) : {Euros(total)}.";
    }

    /// <summary>Où la grille range une valeur que son texte ne range pas, ou range deux fois (RG6.02) ; vide sans cas limite.</summary>
    public static string Lectures(IReadOnlyList<CasLimiteRencontre> cas) =>
        cas.Count == 0
            ? ""
            : $" Cas limite : {string.Join(" ; ", cas.Select(c => $"{Volume(c.Valeur, c.Axe.Unite(), c.Axe.Unite())} se lisent « {c.Retenue} »"))}, lecture arrêtée avec la grille.";

    /// <summary>Une dette tardive, que l'exercice ouvert reçoit à la place de celui qui est clos (RG6.30).</summary>
    public static string Rattachee(string fiche, int exercice, int imputation) =>
        $"{fiche} Dette de {Nombre(exercice)}, rattachée à l'exercice {Nombre(imputation)}, celui de {Nombre(exercice)} étant clos.";

    internal static string Euros(MontantHt montant) => $"{montant.Euros.ToString("N2", Francais.Culture)}\u00A0€";

    private static string Volume(long nombre, string un, string plusieurs) =>
        $"{nombre.ToString("N0", Francais.Culture)} {(nombre < 2 ? un : plusieurs)}";

    private static string Nombre(int nombre) => nombre.ToString(Francais.Culture);

    private static string Jour(DateOnly jour) => jour.ToString("dd/MM/yyyy", Francais.Culture);
}
