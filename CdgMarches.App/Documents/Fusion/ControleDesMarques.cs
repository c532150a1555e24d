using CdgMarches.App.Socle;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CdgMarches.App.Documents.Fusion;

/// <summary>Vérifie que chaque marque existe là où elle est, et que ce qui s'ouvre se ferme.</summary>
internal sealed partial class ControleDesMarques(IModeleDeDocument nature)
{
    private readonly List<string> _defauts = [];
    private readonly HashSet<string> _employes = [];

    public IReadOnlyList<string> Defauts => _defauts;

    public IReadOnlySet<string> Employes => _employes;

    public void Lire(OpenXmlElement partie)
    {
        var ouvertes = new Stack<(Run Fragment, Marque Marque, Vocabulaire Avant)>();
        var visible = new Vocabulaire(ChampsCommuns.De(nature), nature.Tables, nature.Conditions, null);
        foreach (var fragment in partie.Descendants<Run>().Where(MarquesDeModele.EstMarque).ToList())
        {
            var marque = MarquesDeModele.Lire(fragment);
            if (marque.Ouvre)
            {
                ouvertes.Push((fragment, marque, visible));
                visible = Ouvrir(marque, visible);
            }
            else if (marque.Ferme)
            {
                visible = Fermer(fragment, marque, ouvertes, visible);
            }
            else if (marque.Sorte is SorteDeMarque.Champ)
            {
                Employer(marque, visible);
            }
        }

        ChercherLesAccoladesSimples(partie);
        foreach (var (_, marque, _) in ouvertes)
        {
            _defauts.Add(
                $"« {marque.Texte} » n'est jamais fermé : ajoutez « {marque.Fermeture} » à la fin du passage, dans la même partie du document."
            );
        }
    }

    private Vocabulaire Ouvrir(Marque marque, Vocabulaire visible)
    {
        if (marque.Sorte is SorteDeMarque.OuvreSi)
        {
            if (!visible.Conditions.Concat(visible.Tables).Concat(visible.Champs).Contains(marque.Nom))
            {
                Inconnu($"la condition « {marque.Texte} »", marque, visible.Conditions.Concat(visible.Champs));
            }

            return visible;
        }

        if (visible.Table(marque.Nom) is { } table)
        {
            return new Vocabulaire(table.Champs, table.Tables, table.Conditions, visible);
        }

        Inconnu($"le tableau « {marque.Texte} »", marque, visible.Tables);
        return new Vocabulaire([], [], [], visible, toutPermis: true);
    }

    private Vocabulaire Fermer(
        Run fragment,
        Marque marque,
        Stack<(Run Fragment, Marque Marque, Vocabulaire Avant)> ouvertes,
        Vocabulaire visible
    )
    {
        if (ouvertes.Count == 0)
        {
            _defauts.Add(
                $"« {marque.Texte} » ferme un passage qui n'est pas ouvert : ajoutez la marque qui l'ouvre, ou ôtez celle-ci."
            );
            return visible;
        }

        if (!ouvertes.Any(o => VontEnsemble(o.Marque, marque)))
        {
            var encore = ouvertes.Peek().Marque;
            _defauts.Add(
                $"« {marque.Texte} » arrive alors que « {encore.Texte} » est encore ouvert : fermez d'abord celui-ci par « {encore.Fermeture} »."
            );
            return visible;
        }

        // One cause, one fault: what was left open inside is said, and the passage that this mark closes is closed.
        while (!VontEnsemble(ouvertes.Peek().Marque, marque))
        {
            var oubliee = ouvertes.Pop().Marque;
            _defauts.Add(
                $"« {oubliee.Texte} » n'est pas fermé avant « {marque.Texte} » : ajoutez « {oubliee.Fermeture} » à la fin de son passage."
            );
        }

        var (ouvre, attendue, avant) = ouvertes.Pop();
        if (Region.EstImpossible(ouvre, fragment))
        {
            _defauts.Add(
                $"« {attendue.Texte} » s'ouvre dans un tableau et se ferme hors de lui, ou l'inverse : mettez les deux marques dans le même tableau, ou toutes deux en dehors."
            );
        }

        return avant;
    }

    private static bool VontEnsemble(Marque ouvrante, Marque fermante) =>
        ouvrante.Sorte is SorteDeMarque.OuvreTable
            ? fermante.Sorte is SorteDeMarque.FermeTable && fermante.Nom == ouvrante.Nom
            : fermante.Sorte is SorteDeMarque.FermeSi;

    /// <summary>Un champ écrit entre accolades simples resterait tel quel dans chaque lettre.</summary>
    private void ChercherLesAccoladesSimples(OpenXmlElement partie)
    {
        var connus = ChampsCommuns.De(nature).Concat(nature.Tables.SelectMany(ChampsDe)).Select(c => c.Code).ToList();
        foreach (var paragraphe in partie.Descendants<Paragraph>())
        {
            foreach (System.Text.RegularExpressions.Match simple in AccoladesSimples().Matches(paragraphe.InnerText))
            {
                var (mot, champ) = Socle.Tournure.Lire(simple.Groups[1].Value.Trim());
                if (Proximite.ADeuxLettresPres(Marque.Normaliser(champ), connus) is { } voulu)
                {
                    _defauts.Add(
                        $"« {simple.Value} » n'a que des accolades simples et serait imprimé tel quel : écrivez « {{{{{$"{mot} {voulu}".TrimStart()}}}}} »."
                    );
                }
            }
        }
    }

    private static IEnumerable<ChampDeModele> ChampsDe(TableDeModele table) =>
        table.Champs.Concat(table.Tables.SelectMany(ChampsDe));

    private void Employer(Marque marque, Vocabulaire visible)
    {
        if (visible.Champs.Contains(marque.Nom))
        {
            _employes.Add(marque.Nom);
        }
        else if (visible.ToutPermis)
        {
            // Inside a repeat that is itself unknown: that one is said, its fields cannot be judged.
        }
        else if (TableDe(marque.Nom, nature.Tables) is { } table)
        {
            _defauts.Add(
                $"« {marque.Texte} » est un champ du tableau « {table.Libelle} » : placez-le entre « {{{{#{table.Code}}}}} » et « {{{{/{table.Code}}}}} »."
            );
        }
        else
        {
            Inconnu($"le champ « {marque.Texte} »", marque, visible.Champs);
        }
    }

    private void Inconnu(string quoi, Marque marque, IEnumerable<string> connus)
    {
        var proche = Proximite.LePlusProche(marque.Nom, connus);
        _defauts.Add(
            proche is null
                ? $"On ne connaît pas {quoi} : choisissez dans la liste des champs de {Typographie.Citer(nature.Titre)}."
                : $"On ne connaît pas {quoi} : vouliez-vous dire « {marque.Texte.Replace(marque.Texte[2..^2], Ecriture(marque, proche), StringComparison.Ordinal)} » ?"
        );
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"(?<!\{)\{([^{}]{3,60})\}(?!\})")]
    private static partial System.Text.RegularExpressions.Regex AccoladesSimples();

    private static string Ecriture(Marque marque, string nom) =>
        marque.Sorte switch
        {
            SorteDeMarque.OuvreTable => $"#{nom}",
            SorteDeMarque.OuvreSi => marque.Negation ? $"si non {nom}" : $"si {nom}",
            _ => $"{marque.Tournure} {nom}".TrimStart(),
        };

    private static TableDeModele? TableDe(string champ, IReadOnlyList<TableDeModele> tables) =>
        tables.Select(t => t.Champs.Any(c => c.Code == champ) ? t : TableDe(champ, t.Tables)).FirstOrDefault(t => t is not null);

    /// <summary>Les noms permis à un endroit : ceux de la ligne répétée et de ce qui l'entoure.</summary>
    private sealed class Vocabulaire(
        IReadOnlyList<ChampDeModele> champs,
        IReadOnlyList<TableDeModele> tables,
        IReadOnlyList<ConditionDeModele> conditions,
        Vocabulaire? autour,
        bool toutPermis = false
    )
    {
        public bool ToutPermis { get; } = toutPermis || autour is { ToutPermis: true };

        public IEnumerable<string> Champs => champs.Select(c => c.Code).Concat(autour?.Champs ?? []);

        public IEnumerable<string> Tables => tables.Select(t => t.Code).Concat(autour?.Tables ?? []);

        public IEnumerable<string> Conditions => conditions.Select(c => c.Code).Concat(autour?.Conditions ?? []);

        public TableDeModele? Table(string code) => tables.FirstOrDefault(t => t.Code == code) ?? autour?.Table(code);
    }
}
