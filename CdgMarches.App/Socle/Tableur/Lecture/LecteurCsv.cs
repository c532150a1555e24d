using System.Text;

namespace CdgMarches.App.Socle.Tableur.Lecture;

/// <summary>
/// Lit un CSV comme Excel français l'écrit : séparateur deviné, guillemets doublés, retours à la ligne dans les champs. Une
/// ligne porte le numéro qu'Excel afficherait, même quand un champ en occupe plusieurs dans le fichier.
/// </summary>
internal static class LecteurCsv
{
    private static readonly char[] Separateurs = [';', '\t', ','];

    public static TableurLu Lire(byte[] contenu, string nomDeFichier, string empreinte, LimitesDeLecture limites, Refus refus)
    {
        var (texte, avis) = EncodageCsv.Decoder(contenu, refus);
        var debut = 0;
        var separateur = SeparateurImpose(texte, ref debut) ?? Deviner(texte);
        var nom = Path.GetFileNameWithoutExtension(nomDeFichier);
        var lignes = new Analyse(texte, separateur, nom, limites, refus).Lire(debut);
        return new TableurLu
        {
            NomDeFichier = nomDeFichier,
            Format = FormatDeTableur.Csv,
            Empreinte = empreinte,
            Feuilles = [new FeuilleLue(nom, lignes)],
            Avis = avis is null ? [] : [avis],
        };
    }

    /// <summary>La première ligne <c>sep=;</c>, consigne à Excel qu'il n'affiche pas.</summary>
    private static char? SeparateurImpose(string texte, ref int debut)
    {
        if (!texte.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || texte.Length < 6)
        {
            return null;
        }

        var fin = texte.IndexOf('\n', StringComparison.Ordinal);
        if (fin < 0 || texte[4..fin].TrimEnd('\r').Length != 1)
        {
            return null;
        }

        debut = fin + 1;
        return texte[4];
    }

    /// <summary>Le séparateur le plus fréquent de la première ligne remplie, hors guillemets ; à égalité, « ; ».</summary>
    private static char Deviner(string texte)
    {
        Span<int> comptes = stackalloc int[Separateurs.Length];
        var entreGuillemets = false;
        foreach (var c in texte)
        {
            if (c == '"')
            {
                entreGuillemets = !entreGuillemets;
            }
            else if (!entreGuillemets && c is '\n' or '\r')
            {
                if (comptes.IndexOfAnyExcept(0) >= 0)
                {
                    break;
                }
            }
            else if (!entreGuillemets && Array.IndexOf(Separateurs, c) is var rang and >= 0)
            {
                comptes[rang]++;
            }
        }

        var meilleur = 0;
        for (var i = 1; i < comptes.Length; i++)
        {
            meilleur = comptes[i] > comptes[meilleur] ? i : meilleur;
        }

        return Separateurs[meilleur];
    }

    private sealed class Analyse(string texte, char separateur, string feuille, LimitesDeLecture limites, Refus refus)
    {
        private readonly List<LigneLue> _lignes = [];
        private readonly StringBuilder _champ = new();
        private List<CelluleLue> _cellules = [];
        private int _numero = 1;
        private int _colonne = 1;
        private int _nombreDeCellules;

        public List<LigneLue> Lire(int debut)
        {
            var i = debut;
            while (i < texte.Length)
            {
                i = LireChamp(i);
                if (i < texte.Length && texte[i] == separateur)
                {
                    _colonne++;
                    i++;
                }
                else if (i < texte.Length)
                {
                    i += texte[i] == '\r' && i + 1 < texte.Length && texte[i + 1] == '\n' ? 2 : 1;
                    FinirLaLigne();
                }
            }

            FinirLaLigne();
            return _lignes;
        }

        /// <returns>La position du séparateur, de la fin de ligne ou de la fin du texte qui clôt le champ.</returns>
        private int LireChamp(int i)
        {
            _champ.Clear();
            if (EstFormuleDeTexte(i))
            {
                // ="00123" : la parade habituelle pour qu'Excel garde les zéros.
                i++;
            }

            if (i < texte.Length && texte[i] == '"')
            {
                i = LireEntreGuillemets(i);
            }

            while (i < texte.Length && texte[i] != separateur && texte[i] is not ('\n' or '\r'))
            {
                _champ.Append(texte[i++]);
            }

            Garder();
            return i;
        }

        private bool EstFormuleDeTexte(int i) => i + 1 < texte.Length && texte[i] == '=' && texte[i + 1] == '"';

        private int LireEntreGuillemets(int i)
        {
            for (i++; i < texte.Length; i++)
            {
                if (texte[i] != '"')
                {
                    _champ.Append(texte[i]);
                }
                else if (i + 1 < texte.Length && texte[i + 1] == '"')
                {
                    _champ.Append('"');
                    i++;
                }
                else
                {
                    return i + 1;
                }
            }

            throw refus.GuillemetOuvert(_numero);
        }

        private void Garder()
        {
            var valeur = _champ.ToString();
            if (valeur.Length > 3 && valeur.StartsWith("=\"", StringComparison.Ordinal) && valeur[^1] == '"')
            {
                valeur = valeur[2..^1];
            }

            if (string.IsNullOrWhiteSpace(valeur))
            {
                return;
            }

            if (_colonne > limites.Colonnes)
            {
                throw refus.TropDeColonnes(feuille, limites.Colonnes);
            }

            if (++_nombreDeCellules > limites.Cellules)
            {
                throw refus.TropDeCellules(limites.Cellules);
            }

            _cellules.Add(new CelluleLue(_colonne, TypeDeCellule.Texte, valeur));
        }

        private void FinirLaLigne()
        {
            if (_cellules.Count > 0)
            {
                if (_lignes.Count == limites.Lignes)
                {
                    throw refus.TropDeLignes(feuille, limites.Lignes);
                }

                _lignes.Add(new LigneLue(_numero, _cellules));
                _cellules = [];
            }

            _numero++;
            _colonne = 1;
        }
    }
}
